import type { Transaction } from 'kysely';
import { emptyHead, type LogHead } from '../../../src-shared/ledger/chain.ts';
import type { Schema } from '../db/schema.ts';
import { placesOf, type UpstreamName } from '../sync/upstream-places.ts';
import type { Reader } from './entries.repo.ts';

/** The log that this store writes now; there is exactly one from the store's first start on. */
export async function ownHead(db: Reader): Promise<LogHead> {
  return db
    .selectFrom('logs')
    .select(['log', 'seq', 'hash'])
    .where('is_own', '=', 1)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
}

export type OwnLog = LogHead & { readonly sentSeq: number; readonly isClosed: boolean };

/**
 * Every log that this store has ever written, the oldest first; the last one is open.
 * @param told whose knowledge of them `sentSeq` is
 */
export async function ownLogs(db: Reader, told: UpstreamName): Promise<readonly OwnLog[]> {
  const rows = await db
    .selectFrom('logs')
    .selectAll()
    .where('is_own', '=', 1)
    .orderBy((order) => order.case().when('closed_at', 'is', null).then(1).else(0).end())
    .orderBy('closed_at')
    .execute();
  return rows.map((row) => ({
    log: row.log,
    seq: row.seq,
    hash: row.hash,
    sentSeq: row[placesOf[told].sent],
    isClosed: row.closed_at !== null,
  }));
}

export async function hasOwnLog(db: Reader): Promise<boolean> {
  const found = await db.selectFrom('logs').select('log').where('is_own', '=', 1).executeTakeFirst();
  return found !== undefined;
}

export async function openLog(trx: Transaction<Schema>, log: string): Promise<LogHead> {
  const head = emptyHead(log);
  await trx
    .insertInto('logs')
    .values({ log, is_own: 1, seq: head.seq, hash: head.hash, sent_seq: 0, closed_at: null })
    .execute();
  return head;
}

export async function closeLog(trx: Transaction<Schema>, log: string, at: string): Promise<void> {
  await trx.updateTable('logs').set({ closed_at: at }).where('log', '=', log).execute();
}

export async function moveHead(trx: Transaction<Schema>, head: LogHead): Promise<void> {
  const done = await trx
    .updateTable('logs')
    .set({ seq: head.seq, hash: head.hash })
    .where('log', '=', head.log)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw new Error('The log whose head moves is not in the store');
}
