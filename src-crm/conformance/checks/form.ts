import { logPageSchema } from '../../../src-shared/contract/gateway.ts';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import { createTestCounter } from '../../testing/counter.ts';
import { check } from '../check.ts';
import { answered, claim, claimEntries, refused } from '../claims.ts';
import { take } from '../steps.ts';
import { newLog, noted } from '../written.ts';

/** What databases, encodings and JSON libraries like to mend. */
const oddTexts: Json = {
  turkish: 'ğĞıİşŞçÇöÖüÜ â',
  composed: '\u011f',
  decomposed: 'g\u0306 i\u0307',
  emoji: '👩🏽‍🔧⚡️',
  nul: 'a\u0000b',
  invisible: '\u200b\ufeff\u00a0\u2028',
  quotes: `"\\{}',NULL`,
  spaces: '  twice  and at the end ',
  empty: '',
  'İ anahtar': ['ı', null, true, false, { '': [] }],
  numbers: [0, -1, 0.1, 1e-7, 1e21, 9_007_199_254_740_991],
};

/** A change to the only entry of a slice, and the path that the refusal must name. */
const malformed: readonly (readonly [string, object, string])[] = [
  ['a seq of 0', { seq: 0 }, 'entries.0.seq'],
  ['a type that is a number', { type: 7 }, 'entries.0.type'],
  ['an id that is no UUID', { id: 'x' }, 'entries.0.id'],
  ['a time that is none', { at: 'yesterday' }, 'entries.0.at'],
  ['a stream without an id', { stream: { kind: 'conformance' } }, 'entries.0.stream.id'],
  ['a hash in capital letters', { hash: 'A'.repeat(64) }, 'entries.0.hash'],
  ['an actor longer than 120 letters', { actor: 'a'.repeat(121) }, 'entries.0.actor'],
  ['a field that no entry has', { conformance: 1 }, 'entries.0'],
];

export const formChecks = [
  check(
    'form: types and versions that nobody knows are stored',
    'entrySchema: an upstream stores every well-formed entry',
    async ({ branch }) => {
      const counter = createTestCounter({ now: Date.now });
      counter.write({ ...noted({ height: 12.5 }), type: 'conformance.of-the-future', version: 7 });
      counter.write({ ...noted('only a text'), version: 2_147_483_648 });
      counter.write({ ...noted([1, [2]]), stream: { kind: 'conformance-kind', id: 'ş 1' } });
      await take(branch, counter.log, counter.entries);
      const page = answered('GET /v1/logs/:log/entries', await branch.page(counter.log), logPageSchema);
      claimEntries('Entries of an unknown type', page.entries, counter.entries);
    },
  ),
  check('form: every text comes back as it was sent', 'Entry.payload, entrySchema', async ({ branch }) => {
    const { log, entries } = newLog(1, oddTexts);
    await take(branch, log, entries);
    const page = answered('GET /v1/logs/:log/entries', await branch.page(log), logPageSchema);
    claimEntries('Turkish letters, emoji, U+0000 and numbers in a payload', page.entries, entries);
  }),
  check(
    'form: what is no entry is refused with its path',
    'gatewayErrorSchema: fields with the failing paths',
    async ({ branch }) => {
      const { log, entries } = newLog(1);
      for (const [fault, change, path] of malformed) {
        const slice = entries.map((entry) => ({ ...entry, ...change }));
        const { fields } = refused(
          `An entry with ${fault}`,
          await branch.push(log, slice),
          400,
          'invalid_input',
        );
        const paths = fields?.map((field) => field.path) ?? [];
        claim(
          paths.includes(path),
          `The refusal of an entry with ${fault} should name the path "${path}" and names ${JSON.stringify(paths)}.`,
        );
      }
    },
  ),
  check('form: what is no push is refused', 'pushRequestSchema', async ({ branch }) => {
    const path = `/v1/logs/${newLog(0).log}/entries`;
    for (const body of ['', '{"entries":', '[]', '{}', '{"entries":[]}', '{"entries":{}}'])
      refused(
        `A push of ${body || 'nothing'}`,
        await branch.send({ method: 'POST', path, body }),
        400,
        'invalid_input',
      );
    refused('A log that is no UUID', await branch.head('conformance'), 400, 'invalid_input');
  }),
];
