import type { Kysely } from 'kysely';
import type { FeedPage, LogPage } from '../../src-shared/contract/gateway.ts';
import { emptyHead, type LogHead } from '../../src-shared/ledger/chain.ts';
import type { Database } from '../db/schema.ts';
import { entryOf } from './entry-rows.ts';

/** The head of a branch's log, empty where it is not known yet; undefined where it is another branch's. */
export async function readHead(
  db: Kysely<Database>,
  branch: string,
  log: string,
): Promise<LogHead | undefined> {
  const row = await db.selectFrom('logs').selectAll().where('log', '=', log).executeTakeFirst();
  if (row === undefined) return emptyHead(log);
  return row.branch === branch ? { log, seq: row.seq, hash: row.hash } : undefined;
}

export async function readLogPage(
  db: Kysely<Database>,
  branch: string,
  page: { readonly log: string; readonly after: number; readonly limit: number },
): Promise<LogPage | undefined> {
  const head = await readHead(db, branch, page.log);
  if (head === undefined) return undefined;
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('log', '=', page.log)
    .where('seq', '>', page.after)
    .where('seq', '<=', head.seq)
    .orderBy('seq')
    .limit(page.limit)
    .execute();
  return { entries: rows.map(entryOf), head };
}

/**
 * What arrived for a branch, in order. `next` goes past entries that the caller left out as its own, or they
 * would be read through again on every poll.
 */
export async function readFeed(
  db: Kysely<Database>,
  branch: string,
  page: { readonly after: number; readonly limit: number; readonly exceptLog: string | undefined },
): Promise<FeedPage> {
  // The end is read first: whatever is committed between the two queries lies above it and waits for the next poll.
  const { end } = await db
    .selectFrom('entries')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('end'))
    .where('branch', '=', branch)
    .executeTakeFirstOrThrow();
  let query = db
    .selectFrom('entries')
    .selectAll()
    .where('branch', '=', branch)
    .where('position', '>', page.after)
    .where('position', '<=', end)
    .orderBy('position')
    .limit(page.limit + 1);
  if (page.exceptLog !== undefined) query = query.where('log', '<>', page.exceptLog);
  const rows = await query.execute();
  const items = rows.slice(0, page.limit).map((row) => ({ position: row.position, entry: entryOf(row) }));
  const hasMore = rows.length > page.limit;
  const last = items.at(-1)?.position ?? page.after;
  return { items, next: hasMore ? last : Math.max(page.after, end), hasMore };
}
