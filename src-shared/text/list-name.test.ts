import { expect, test } from 'vitest';
import { listName } from './list-name.ts';

test.each([
  ['Ayşe Işık', false, '', 'Ayşe I.'],
  ['Ayşe Nur  Öztürk', false, '', 'Ayşe Nur Ö.'],
  ['Ayşe', false, '', 'Ayşe'],
  ['', false, '', ''],
  ['Işık Enerji A.Ş.', true, '', 'Işık Enerji A.Ş.'],
  ['Ayşe Işık', false, 'AYŞE ISIK', 'Ayşe Işık'],
  ['Ayşe Işık', false, 'ayşe ış', 'Ayşe I.'],
  ['Ayşe Işık', false, '0532 123 45 67', 'Ayşe I.'],
] as const)('%j stands in a list as %4$j where %3$j was typed', (name, isOrganisation, typed, listed) => {
  expect(listName(name, isOrganisation, typed)).toBe(listed);
});
