import { expect, it } from 'vitest';
import { listErrors, moved, withoutMended, withTheirs } from './list-editing.ts';

const one = { id: 'one', isNew: false, name: 'Genel', letter: 'A' };
const two = { id: 'two', isNew: true, name: '', letter: 'A' };

const refused = listErrors(
  {
    code: 'invalid_input',
    message: 'Bazı alanlar düzeltilmeli.',
    fields: [
      { path: 'categories.1.name', message: 'Kategori adı yazılmalı.' },
      { path: 'categories.1.letter', message: 'Bu harf başka bir kategoride var.' },
      { path: 'categories', message: 'Genel kaldırılamaz.' },
    ],
  },
  'categories',
  [one, two],
);

it('says what was refused at the item that stood there when it was sent', () => {
  expect(refused).toEqual({
    byItem: { two: { name: 'Kategori adı yazılmalı.', letter: 'Bu harf başka bir kategoride var.' } },
    whole: 'Genel kaldırılamaz.',
  });
});

it('takes a field for mended once something else stands in it, and no other one', () => {
  expect(withoutMended(refused, two, { ...two, letter: 'B' }).byItem).toEqual({
    two: { name: 'Kategori adı yazılmalı.' },
  });
  expect(withoutMended(refused, two, { ...two, letter: 'B', name: 'Arıza' }).byItem).toEqual({});
});

it('moves an item by one place, and leaves it where the list ends', () => {
  expect(moved([one, two], two, -1)).toEqual([two, one]);
  expect(moved([one, two], two, 1)).toEqual([one, two]);
});

it('takes what somebody else did instead, and leaves the other items and what came back', () => {
  expect(withTheirs([one, two], { kind: 'field', id: 'one', field: 'letter', theirs: 'C' })).toEqual([
    { ...one, letter: 'C' },
    two,
  ]);
  expect(withTheirs([one, two], { kind: 'gone', id: 'one' })).toEqual([two]);
  expect(withTheirs([one, two], { kind: 'back', id: 'one' })).toEqual([one, two]);
});
