import { expect, it } from 'vitest';
import { mergeList, mergeRecord } from './merge-draft.ts';

const base = [
  { id: 'a', name: 'Genel', limit: 50 },
  { id: 'b', name: 'Arıza', limit: 20 },
];
const [general, outage] = base as [{ id: string; name: string; limit: number }, (typeof base)[0]];

it('takes over what somebody else saved where nothing was touched here', () => {
  expect(
    mergeRecord({ name: 'Genel', limit: 50 }, { name: 'Genel iş', limit: 50 }, { name: 'Genel', limit: 60 }),
  ).toEqual({ value: { name: 'Genel iş', limit: 60 }, clashes: [] });
});

it('keeps what was typed here, and says what somebody else has saved in the same field', () => {
  expect(mergeRecord({ limit: 50 }, { limit: 40 }, { limit: 60 }, 'a')).toEqual({
    value: { limit: 40 },
    clashes: [{ kind: 'field', id: 'a', field: 'limit', theirs: 60 }],
  });
});

it('calls it no clash where both typed the same', () => {
  expect(mergeRecord({ limit: 50 }, { limit: 60 }, { limit: 60 })).toEqual({
    value: { limit: 60 },
    clashes: [],
  });
});

it('keeps the new items of both sides', () => {
  const mine = [...base, { id: 'c', name: 'Sayaç', limit: 5 }];
  const theirs = [{ id: 'd', name: 'Evrak', limit: 9 }, ...base];
  expect(mergeList(base, mine, theirs).value.map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
});

it('keeps the order that was made here, and follows theirs where none was', () => {
  const turned = [outage, general];
  expect(mergeList(base, turned, base).value).toEqual(turned);
  expect(mergeList(base, base, turned).value).toEqual(turned);
});

it('lets an item go that either side removed and the other left alone', () => {
  expect(mergeList(base, [general], base)).toEqual({ value: [general], clashes: [] });
  expect(mergeList(base, base, [outage])).toEqual({ value: [outage], clashes: [] });
});

it('loses no change to a removal, on either side', () => {
  const changed = { ...outage, limit: 25 };
  expect(mergeList(base, [general, changed], [general])).toEqual({
    value: [general, changed],
    clashes: [{ kind: 'gone', id: 'b' }],
  });
  expect(mergeList(base, [general], [general, changed])).toEqual({
    value: [general, changed],
    clashes: [{ kind: 'back', id: 'b' }],
  });
});
