import { expect, test } from 'vitest';
import { aRegistration, entryWriter } from '../testing/entries.ts';
import { compareEntries, entrySchema, inOrder } from './entry.ts';
import { fact, knownEntry } from './entry-types.ts';

const writer = entryWriter({ kind: 'application', id: 'app-1' });
const [early, late] = [
  writer.write('application.registered', aRegistration()),
  writer.write('call.attempted', { result: 'reached', phone: null, note: '' }),
];

test('entries stand in the order of their stamps, then of their ids, each once', () => {
  const twin = { ...late, id: `${late.id.slice(0, -1)}9` };
  expect(inOrder([twin, late, early, late, twin])).toEqual([early, late, twin]);
  expect(compareEntries(late, late)).toBe(0);
});

test('an entry of a type that nobody knows yet is well-formed all the same', () => {
  expect(entrySchema.parse(writer.unchecked('meter.exploded', { at: ['x', 1, null] }))).toMatchObject({
    type: 'meter.exploded',
  });
});

test.each([
  ['an unbounded stream', { stream: { kind: 'application', id: 'x'.repeat(81) } }],
  ['an unbounded actor', { actor: 'x'.repeat(121) }],
  ['a seq of zero', { seq: 0 }],
  ['a hash in capitals', { hash: 'F'.repeat(64) }],
  ['a short salt', { salt: '00' }],
  ['a local time', { at: '2026-03-10T10:00:00.000' }],
  ['a member of its own', { note: 'x' }],
])('%s is not well-formed', (_, change) => {
  expect(entrySchema.safeParse({ ...early, ...change }).success).toBe(false);
});

test('a fact whose payload is not of its type is a bug', () => {
  const payload = { ...aRegistration(), applicationNo: '' };
  expect(() => fact(early.stream, 'application.registered', payload)).toThrow();
});

test('an entry is known only in its own type, version and shape, and while its payload is there', () => {
  expect(knownEntry(early)).toEqual({ type: early.type, payload: aRegistration(), entry: early });
  expect(knownEntry({ ...early, type: 'toString' })).toBeUndefined();
  expect(knownEntry({ ...early, version: 2 })).toBeUndefined();
  expect(knownEntry({ ...early, payload: null, salt: null })).toBeUndefined();
});
