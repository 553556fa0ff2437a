import type { Transaction } from 'kysely';
import type { PrintJob } from '../../../src-shared/ledger/application-state.ts';
import { dayOfShift, type Entry, inOrder, type Stream } from '../../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../../src-shared/ledger/entry-types.ts';
import { isPrintEntry, reducePrints } from '../../../src-shared/ledger/reduce-prints.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import type { Schema } from '../db/schema.ts';

/** The print jobs of whatever stream they were asked for on; each belongs to the log that asked for it. */
export async function projectPrints(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const ordered = inOrder(entries);
  const prints = ordered
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter(isPrintEntry)
    .reduce<readonly PrintJob[]>(reducePrints, []);
  if (prints.length === 0) return;
  const logs = new Map(ordered.map((entry) => [entry.id, entry.log]));
  const subject = subjectOf(stream, ordered);
  for (const job of prints) {
    const record = {
      job_id: job.jobId,
      stream_kind: stream.kind,
      stream_id: stream.id,
      document: job.document,
      subject,
      copy_no: job.copyNo,
      state: job.state,
      reason: job.reason,
      requested_at: job.at,
      log: job.printsAt ?? logs.get(job.entryId) ?? '',
    };
    await trx
      .insertInto('print_jobs')
      .values(record)
      .onConflict((conflict) => conflict.column('job_id').doUpdateSet(record))
      .execute();
  }
}

function subjectOf(stream: Stream, entries: readonly Entry[]): string {
  if (stream.kind === 'shift') return formatDate(dayOfShift(stream.id));
  for (const entry of entries) {
    const known = knownEntry(entry);
    if (known?.type === 'ticket.issued') return known.payload.label;
    if (known?.type === 'application.registered') return known.payload.applicationNo;
    if (known?.type === 'meeting.opened') return known.payload.ticketLabel;
  }
  return '';
}
