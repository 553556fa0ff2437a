import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { obeyOrders } from '../destruction/obey-orders.ts';
import { withoutDestroyed } from '../destruction/without-destroyed.ts';
import { projectApplications } from '../projections/applications.ts';
import { projectAttachments } from '../projections/attachments.ts';
import { projectConsumers } from '../projections/consumers.ts';
import { queueSms } from '../sms/queue-sms.ts';
import { entryOf, insertEntries, type PlacedEntry } from './entry-rows.ts';

/** Any fixed number; the gateway alone takes advisory locks in its database. */
const appendLock = 7_202_601;

/**
 * One append at a time per database, until commit. A reader of the feed goes on from the highest position it has
 * seen, so a lower one must never become visible later; and two slices of one log must not pass each other.
 */
export async function lockAppends(tx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${appendLock})`.execute(tx);
}

/** Entries, projections and SMS intents in the caller's transaction, which holds the append lock. */
export async function storeEntries(tx: Transaction<Database>, given: readonly PlacedEntry[]): Promise<void> {
  const placed = await withoutDestroyed(tx, given);
  const earlier = await earlierOf(tx, 'application', placed);
  const ofPhones = await earlierOf(tx, 'phone', placed);
  await insertEntries(tx, placed);
  await projectApplications(tx, [...earlier, ...placed]);
  await projectAttachments(tx, [...earlier, ...placed]);
  await projectConsumers(tx, placed);
  await queueSms(tx, [...earlier, ...ofPhones], placed);
  await obeyOrders(tx, placed);
}

/** What is stored already on the streams of one kind that these entries touch. */
async function earlierOf(
  tx: Transaction<Database>,
  kind: string,
  placed: readonly PlacedEntry[],
): Promise<readonly PlacedEntry[]> {
  const ids = placed.flatMap(({ entry }) => (entry.stream.kind === kind ? [entry.stream.id] : []));
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('entries')
    .selectAll()
    .where('stream_kind', '=', kind)
    .where(sql<boolean>`stream_id = any(${[...new Set(ids)]}::text[])`)
    .execute();
  return rows.map((row) => ({ branch: row.branch, entry: entryOf(row) }));
}
