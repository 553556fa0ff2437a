import { type Kysely, sql, type Transaction } from 'kysely';
import { emptyHead, type LogHead } from '../../src-shared/ledger/chain.ts';
import type { Database } from '../db/schema.ts';
import type { EntryRow } from './entry-rows.ts';

/** The head of a branch's log, empty where it is not known yet; undefined where it is another branch's. */
export async function readHead(
  db: Kysely<Database> | Transaction<Database>,
  branch: string,
  log: string,
): Promise<LogHead | undefined> {
  const row = await db.selectFrom('logs').selectAll().where('log', '=', log).executeTakeFirst();
  if (row !== undefined && row.branch !== branch) return undefined;
  const pushed = row === undefined ? emptyHead(log) : { log, seq: row.seq, hash: row.hash };
  return await withReturned(db, branch, pushed);
}

/** Goes on over what other counters have returned of the log, as far as it follows without a hole. */
async function withReturned(
  db: Kysely<Database> | Transaction<Database>,
  branch: string,
  head: LogHead,
): Promise<LogHead> {
  const { rows } = await sql<{ seq: number; hash: string }>`
    select seq, hash from (
      select seq, hash, bool_and(seq = place and prev_hash = before) over (order by seq) as follows
      from (
        select seq, hash, prev_hash, lag(hash, 1, ${head.hash}::text) over (order by seq) as before,
          ${head.seq}::bigint + row_number() over (order by seq) as place
        from entries
        where log = ${head.log} and branch = ${branch} and seq > ${head.seq}::bigint
      ) as above
    ) as checked
    where follows
    order by seq desc limit 1
  `.execute(db);
  const [last] = rows;
  return last === undefined ? head : { log: head.log, ...last };
}

export async function readLogPage(
  db: Kysely<Database>,
  branch: string,
  page: { readonly log: string; readonly after: number; readonly limit: number },
): Promise<{ readonly rows: readonly EntryRow[]; readonly head: LogHead } | undefined> {
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
  return { rows, head };
}
