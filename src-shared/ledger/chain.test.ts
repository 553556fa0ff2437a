import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyHead, followChain, isSealIntact, sealEntry } from './chain.ts';
import type { Entry } from './entry.ts';

const log = '00000000-0000-7000-8000-00000000000a';
const start = emptyHead(log);
const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function chainOf(length: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const fact = {
      stream: { kind: 'ticket', id: `t${seq}` },
      type: 'ticket.called',
      version: 1,
      payload: { deskCode: 'B1', deskName: `Banko ${seq}` },
    };
    const context = {
      id: `id-${seq}`,
      recordedAt: `2026-03-10T12:00:00.000Z/00000${seq}/n`,
      at: '2026-03-10T12:00:00.000Z',
      actor: 'user-1',
      salt: String(seq).repeat(32).slice(0, 32),
    };
    entries.push(sealEntry(fact, entries.at(-1) ?? start, context, digest));
  }
  return entries;
}

const chain = chainOf(5);
const [first, second, third, fourth, fifth] = chain;
if (!first || !second || !third || !fourth || !fifth) throw new Error('The chain has five entries');

test('a sealed chain is followed from the empty head to its last entry, in one go or in slices', () => {
  const head = { log, seq: 5, hash: fifth.hash };
  expect(followChain(start, chain, digest)).toEqual({ head });
  expect(followChain({ log, seq: 3, hash: third.hash }, [fourth, fifth], digest)).toEqual({ head });
  expect(followChain(start, [], digest)).toEqual({ head: start });
});

test('an erased payload still verifies, as long as payload and salt went together', () => {
  const erased = { ...third, payload: null, salt: null };
  expect(followChain(start, [first, second, erased, fourth, fifth], digest)).toMatchObject({
    head: { seq: 5 },
  });
  expect(isSealIntact(erased, digest)).toBe(true);
  const half = { ...third, salt: null };
  expect(followChain(start, [first, second, half], digest)).toEqual({
    fault: { seq: 3, kind: 'altered_payload' },
  });
  expect(isSealIntact(half, digest)).toBe(false);
});

const faults: readonly (readonly [string, readonly Entry[], number])[] = [
  ['hole', [first, third], 3],
  ['hole', [second], 2],
  ['hole', [first, first], 1],
  ['hole', [second, first], 2],
  ['wrong_log', [first, { ...second, log: '00000000-0000-7000-8000-00000000000b' }], 2],
  ['broken_link', [first, { ...second, prevHash: 'f'.repeat(64) }], 2],
  ['altered_entry', [first, { ...second, actor: 'user-2' }], 2],
  ['altered_payload', [first, { ...second, payload: { deskCode: 'B2', deskName: 'Banko 2' } }], 2],
];
test.each(faults)('the first fault is named with its place: %s', (kind, entries, seq) => {
  expect(followChain(start, entries, digest)).toEqual({ fault: { seq, kind } });
});

test('whoever seals an altered entry anew breaks the link to the next', () => {
  const { seq: _, hash: __, ...context } = second;
  const forged = sealEntry({ ...second, payload: null }, first, { ...context, salt: '0'.repeat(32) }, digest);
  expect(followChain(start, [first, forged, third], digest)).toEqual({
    fault: { seq: 3, kind: 'broken_link' },
  });
});

test('any change of any single field of any entry is found', () => {
  const change = fc.constantFrom<(entry: Entry) => Entry>(
    (entry) => ({ ...entry, id: `${entry.id}x` }),
    (entry) => ({ ...entry, log: `${entry.log}x` }),
    (entry) => ({ ...entry, seq: entry.seq + 1 }),
    (entry) => ({ ...entry, stream: { ...entry.stream, kind: 'application' } }),
    (entry) => ({ ...entry, stream: { ...entry.stream, id: 'other' } }),
    (entry) => ({ ...entry, type: 'ticket.served' }),
    (entry) => ({ ...entry, version: 2 }),
    (entry) => ({ ...entry, recordedAt: '2026-03-10T12:00:00.001Z/000000/n' }),
    (entry) => ({ ...entry, at: '2026-03-10T12:00:00.001Z' }),
    (entry) => ({ ...entry, actor: 'user-2' }),
    (entry) => ({ ...entry, payload: { deskCode: 'B9', deskName: 'Banko 9' } }),
    (entry) => ({ ...entry, payload: null }),
    (entry) => ({ ...entry, salt: 'f'.repeat(32) }),
    (entry) => ({ ...entry, salt: null }),
    (entry) => ({ ...entry, payloadDigest: 'f'.repeat(64) }),
    (entry) => ({ ...entry, prevHash: 'f'.repeat(64) }),
    (entry) => ({ ...entry, hash: 'f'.repeat(64) }),
  );
  fc.assert(
    fc.property(fc.nat(chain.length - 1), change, (index, alter) => {
      const altered = chain.map((entry, at) => (at === index ? alter(entry) : entry));
      expect(followChain(start, altered, digest)).toHaveProperty('fault');
    }),
  );
});
