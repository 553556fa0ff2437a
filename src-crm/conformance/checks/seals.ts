import { logPageSchema } from '../../../src-shared/contract/gateway.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { check } from '../check.ts';
import { answered, claim, claimEntries, claimSame, refused } from '../claims.ts';
import { headAt, take } from '../steps.ts';
import { erased, newLog, resealed } from '../written.ts';

const zeros = '0'.repeat(64);

/** What can be wrong with the second of three entries. */
const faults: readonly (readonly [string, (entry: Entry) => Entry])[] = [
  ['a payload that was changed', (entry) => ({ ...entry, payload: { changed: true } })],
  ['a salt that was changed', (entry) => ({ ...entry, salt: '0'.repeat(32) })],
  ['an actor that was changed', (entry) => ({ ...entry, actor: 'somebody-else' })],
  ['a hash that was changed', (entry) => ({ ...entry, hash: zeros })],
  ['a digest that is not its payload’s', (entry) => resealed(entry, { payloadDigest: zeros })],
  ['a link to another entry', (entry) => resealed(entry, { prevHash: zeros })],
  ['a payload without its salt', (entry) => ({ ...entry, salt: null })],
  ['an entry of another log', (entry) => resealed(entry, { log: newLog(0).log })],
];

export const sealChecks = [
  check(
    'seal: a slice that does not verify is refused whole',
    'broken_chain: hash, link or digest do not verify',
    async ({ branch }) => {
      for (const [fault, spoil] of faults) {
        const { log, entries } = newLog(3);
        const slice = entries.map((entry, index) => (index === 1 ? spoil(entry) : entry));
        refused(`A slice with ${fault}`, await branch.push(log, slice), 422, 'broken_chain');
        const { seq } = await headAt(branch, log);
        claim(seq === 0, `Of a slice with ${fault}, which was refused, ${seq} entries were stored.`);
      }
    },
  ),
  check(
    'seal: a gap inside a slice is refused',
    'pushRequestSchema: a contiguous slice',
    async ({ branch }) => {
      const { log, entries } = newLog(3);
      const gapped = entries.filter(({ seq }) => seq !== 2);
      refused('A slice of seq 1 and 3', await branch.push(log, gapped), 422, 'broken_chain');
    },
  ),
  check(
    'seal: an erased payload still verifies',
    'Entry.payload: null once it was erased; the chain still verifies by the digest',
    async ({ branch }) => {
      const { log, entries } = newLog(3);
      const slice = entries.map((entry) => (entry.seq === 2 ? erased(entry) : entry));
      await take(branch, log, slice);
      const page = answered('GET /v1/logs/:log/entries', await branch.page(log), logPageSchema);
      claimEntries('A log with an erased payload', page.entries, slice);
    },
  ),
  check(
    'seal: an entry that was erased meanwhile is the same entry',
    'entries that the gateway holds already are passed over',
    async ({ branch }) => {
      const { log, entries } = newLog(2);
      await take(branch, log, entries);
      const { accepted } = await take(branch, log, entries.map(erased));
      claimSame('How many of the same entries, now erased, were accepted', accepted, 0);
    },
  ),
];
