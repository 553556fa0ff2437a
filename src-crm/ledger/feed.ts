import { type Kysely, sql } from 'kysely';
import type { FeedPage } from '../../src-shared/contract/gateway.ts';
import type { Database } from '../db/schema.ts';
import type { Clock } from '../lib/clock.ts';
import type { EntryRow } from './entry-rows.ts';
import { lockAppends } from './store-entries.ts';

type FeedRequest = {
  readonly after: string;
  readonly limit: number;
  readonly exceptLog: string | undefined;
};

/** A page of the contract before it is written out. */
type FeedRows = Omit<FeedPage, 'entries'> & { readonly rows: readonly EntryRow[] };

/**
 * What arrived for a branch, in order. `next` goes past entries that the caller left out as its own, or they
 * would be read through again on every poll.
 */
export async function readFeed(
  db: Kysely<Database>,
  branch: string,
  { after, limit, exceptLog }: FeedRequest,
): Promise<FeedRows> {
  const reached = await placeOf(db, branch, after);
  const from = reached ?? 0;
  // The end is read first: whatever is committed between the two queries lies above it and waits for the next poll.
  const end = await db
    .selectFrom('entries')
    .select(['position', 'hash'])
    .where('branch', '=', branch)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (end === undefined || end.position <= from)
    return { rows: [], next: from === 0 ? '' : after, hasMore: false, isRestart: reached === undefined };
  let query = db
    .selectFrom('entries')
    .selectAll()
    .where('branch', '=', branch)
    .where('position', '>', from)
    .where('position', '<=', end.position)
    .orderBy('position')
    .limit(limit + 1);
  if (exceptLog !== undefined) query = query.where('log', '<>', exceptLog);
  const rows = await query.execute();
  const hasMore = rows.length > limit;
  const page = rows.slice(0, limit);
  const last = hasMore ? page.at(-1) : end;
  return {
    rows: page,
    next: last === undefined ? after : cursorOf(last),
    hasMore,
    isRestart: reached === undefined,
  };
}

type Place = { readonly position: number; readonly hash: string };

/** Names the entry that stands there, so that a history which holds another one there, or none, is noticed. */
function cursorOf({ position, hash }: Place): string {
  return `${position}.${hash.slice(0, 16)}`;
}

/** The position that a cursor stands for; undefined where this database never gave it to the branch. */
async function placeOf(db: Kysely<Database>, branch: string, cursor: string): Promise<number | undefined> {
  if (cursor === '') return 0;
  const [, digits] = /^(\d{1,15})\.[0-9a-f]{16}$/.exec(cursor) ?? [];
  if (digits === undefined) return undefined;
  const row = await db
    .selectFrom('entries')
    .select(['position', 'hash'])
    .where('branch', '=', branch)
    .where('position', '=', Number(digits))
    .executeTakeFirst();
  return row !== undefined && cursorOf(row) === cursor ? row.position : undefined;
}

/**
 * Moves the positions that will be given up to the time in milliseconds, far above what a process can use up. A
 * database from an old backup would otherwise give positions again that it has forgotten, and where by chance the
 * same entry came back to its place, a cursor there would hide a new one below it.
 */
export async function skipForgottenPositions(db: Kysely<Database>, clock: Clock): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockAppends(tx);
    await sql`
      select setval('entries_position_seq', greatest(last_value, ${clock.now()}::bigint)) from entries_position_seq
    `.execute(tx);
  });
}
