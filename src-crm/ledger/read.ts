import type { Kysely } from 'kysely';
import type { LogPage } from '../../src-shared/contract/gateway.ts';
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
