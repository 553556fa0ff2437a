import { expressionBuilder } from 'kysely';
import type { PrintJobRow } from '../../../../src-shared/contract/print.ts';
import { documents, printStates } from '../../../../src-shared/ledger/application-entries.ts';
import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../../../src-shared/ledger/entry-types.ts';
import { isPrintEntry } from '../../../../src-shared/ledger/reduce-prints.ts';
import type { PrintJobRecord, Schema } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { reasons } from './reasons.ts';

export type PrintJobKey = {
  readonly jobId: string;
  readonly stream: Stream;
  readonly document: (typeof documents)[number];
  readonly copyNo: number;
};

export async function printJob(
  db: Reader,
  jobId: string,
): Promise<{ readonly row: PrintJobRow; readonly key: PrintJobKey } | undefined> {
  const record = await db.selectFrom('print_jobs').selectAll().where('job_id', '=', jobId).executeTakeFirst();
  return record === undefined ? undefined : { row: rowOf(record), key: keyOf(record) };
}

export async function recentPrintJobs(db: Reader, limit: number): Promise<readonly PrintJobRow[]> {
  const records = await db
    .selectFrom('print_jobs')
    .selectAll()
    .orderBy('requested_at', 'desc')
    .orderBy('job_id', 'desc')
    .limit(limit)
    .execute();
  return records.map(rowOf);
}

/** This workstation's own next job among what it has printers for; another PC's paper comes out there. */
export async function nextPrintJob(
  db: Reader,
  printable: readonly PrintJobKey['document'][],
): Promise<PrintJobKey | undefined> {
  const record = await db
    .selectFrom('print_jobs')
    .innerJoin('logs', 'logs.log', 'print_jobs.log')
    .selectAll('print_jobs')
    .where('logs.is_own', '=', 1)
    .where('state', '=', 'queued')
    .where('document', 'in', printable)
    .orderBy('requested_at')
    .orderBy('job_id')
    .executeTakeFirst();
  return record === undefined ? undefined : keyOf(record);
}

/** When somebody last asked for that paper: for the first time, or again after it failed. */
export async function lastAskedFor(db: Reader, { jobId, stream }: PrintJobKey): Promise<string | undefined> {
  const prints = (await entriesOfStream(db, stream)).flatMap((entry) => knownEntry(entry) ?? []);
  return prints
    .filter(isPrintEntry)
    .filter(({ payload }) => payload.jobId === jobId && (!('state' in payload) || payload.state === 'queued'))
    .map(({ entry }) => entry.at)
    .sort()
    .at(-1);
}

/**
 * This workstation's own jobs in that state, without failures that nobody waits for or that have a later copy.
 * @param among only these documents
 */
export async function countPrints(
  db: Reader,
  state: 'queued' | 'failed',
  among: readonly PrintJobKey['document'][] = documents,
): Promise<number> {
  const { count } = await db
    .selectFrom('print_jobs')
    .innerJoin('logs', 'logs.log', 'print_jobs.log')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('logs.is_own', '=', 1)
    .where('state', '=', state)
    .where('document', 'in', among)
    .where('reason', '!=', reasons.tooLate)
    .where((job) => job.or([job('state', '=', 'queued'), job.not(job.exists(laterCopy))]))
    .executeTakeFirstOrThrow();
  return count;
}

const laterCopy = expressionBuilder<Schema, 'print_jobs'>()
  .selectFrom('print_jobs as later')
  .select('later.job_id')
  .whereRef('later.stream_kind', '=', 'print_jobs.stream_kind')
  .whereRef('later.stream_id', '=', 'print_jobs.stream_id')
  .whereRef('later.document', '=', 'print_jobs.document')
  .whereRef('later.copy_no', '>', 'print_jobs.copy_no');

function keyOf(record: PrintJobRecord): PrintJobKey {
  return {
    jobId: record.job_id,
    stream: { kind: record.stream_kind, id: record.stream_id },
    document: oneOf(documents, record.document),
    copyNo: record.copy_no,
  };
}

function rowOf(record: PrintJobRecord): PrintJobRow {
  return {
    jobId: record.job_id,
    document: oneOf(documents, record.document),
    subject: record.subject,
    state: oneOf(printStates, record.state),
    reason: record.reason,
    copyNo: record.copy_no,
    requestedAt: record.requested_at,
  };
}
