import { expect, test } from 'vitest';
import { findContacts, indexContacts } from './find-contacts.ts';

function contact(
  name: string,
  department: string,
  extension: string | null,
  directPhone: string | null = null,
) {
  return { name, department, title: 'Uzman', extension, directPhone };
}

const contacts = [
  contact('Işıl Çağlar', 'Bağlantı Müdürlüğü', '2140'),
  contact('İbrahim Doğan', 'Ölçme ve Sayaç', '2150', '+902222302150'),
  contact('Gülşen Öztürk', 'Bağlantı Müdürlüğü', '3214'),
];
const index = indexContacts(contacts);
const namesFor = (typed: string) => findContacts(index, typed).map(({ name }) => name);

test.each([
  ['SW-5: a name without its Turkish letters', 'isil caglar', ['Işıl Çağlar']],
  ['a name in capitals', 'IŞIL', ['Işıl Çağlar']],
  ['the beginnings of two words in any order', 'öz gül', ['Gülşen Öztürk']],
  ['a department', 'bağ', ['Işıl Çağlar', 'Gülşen Öztürk']],
  ['an extension, from its beginning', '21', ['Işıl Çağlar', 'İbrahim Doğan']],
  ['a direct number as people write it', '0222230', ['İbrahim Doğan']],
  ['a department and an extension', 'bağlantı 32', ['Gülşen Öztürk']],
  ['nothing typed', ' ', ['Işıl Çağlar', 'İbrahim Doğan', 'Gülşen Öztürk']],
  ['what is in the middle of a word', 'brahim', []],
])('%s is found', (_name, typed, names) => expect(namesFor(typed)).toEqual(names));
