import type { PrintJob } from './application-state.ts';
import { isOneOf, type KnownEntry, type KnownOf } from './entry-types.ts';
import { printEntries } from './other-entries.ts';

export type PrintEntry = KnownOf<keyof typeof printEntries>;

export function isPrintEntry(known: KnownEntry): known is PrintEntry {
  return isOneOf(known, printEntries);
}

/** The print jobs of whatever stream they were asked for on. */
export function reducePrints(prints: readonly PrintJob[], known: PrintEntry): readonly PrintJob[] {
  if (known.type === 'print.requested') {
    const { id, at, actor } = known.entry;
    return [...prints, { entryId: id, at, actor, ...known.payload, state: 'queued', reason: '' }];
  }
  const { jobId, state, reason } = known.payload;
  return prints.map((job) => (job.jobId === jobId ? { ...job, state, reason } : job));
}
