import { sha256 } from '../../src-main/core/ledger/digest.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import type { Tally } from './messages.ts';

export type Placed = Pick<Entry, 'id' | 'log' | 'seq'>;

/** An entry that came twice or not at all changes the count and the digest. */
export function tallyOf(log: string, entries: readonly Placed[]): Tally {
  const inPlace = entries.toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
  const places = inPlace.map(({ id, seq }) => `${seq} ${id}`);
  return { log, count: entries.length, digest: sha256(places.join('\n')) };
}

export function tallies(entries: readonly Placed[]): readonly Tally[] {
  return [...Map.groupBy(entries, ({ log }) => log)].map(([log, ofLog]) => tallyOf(log, ofLog));
}

export function isSameTally(a: Tally, b: Tally | undefined): boolean {
  return b !== undefined && a.log === b.log && a.count === b.count && a.digest === b.digest;
}
