import { foldTurkish } from '../text/fold.ts';

type Findable = {
  readonly name: string;
  readonly department: string;
  readonly title: string;
  readonly extension: string | null;
  readonly directPhone: string | null;
};

export type IndexedContact<T> = { readonly contact: T; readonly words: readonly string[] };

/** Folds each contact once, so that a key typed costs a comparison of prefixes and nothing more. */
export function indexContacts<T extends Findable>(contacts: readonly T[]): readonly IndexedContact<T>[] {
  return contacts.map((contact) => ({ contact, words: wordsOf(contact) }));
}

/** Whoever has, for each word typed, a word that begins so; numbers count as words. In the order that came. */
export function findContacts<T>(index: readonly IndexedContact<T>[], typed: string): readonly T[] {
  const wanted = foldTurkish(typed).split(' ');
  return index
    .filter(({ words }) => wanted.every((start) => words.some((word) => word.startsWith(start))))
    .map(({ contact }) => contact);
}

function wordsOf({ name, department, title, extension, directPhone }: Findable): readonly string[] {
  const national = directPhone?.replace(/^\+90/, '') ?? '';
  return [
    ...foldTurkish(`${name} ${department} ${title}`).split(' '),
    ...(extension === null ? [] : [extension]),
    ...(national === '' ? [] : [national, `0${national}`]),
  ];
}
