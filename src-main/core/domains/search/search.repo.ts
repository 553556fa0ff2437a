import { sql } from 'kysely';
import type { QueryKind } from '../../../../src-shared/text/query-kind.ts';
import { searchWords } from '../../../../src-shared/text/search-words.ts';
import type { ApplicationRecord, ConsumerRecord } from '../../db/schema.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

/** Most rows of each kind on the screen. */
export const maxFound = 20;

export async function findApplications(db: Reader, kind: QueryKind): Promise<readonly ApplicationRecord[]> {
  const newest = db.selectFrom('applications').selectAll().orderBy('row_id', 'desc').limit(maxFound);
  switch (kind.kind) {
    case 'applicationNo':
      return newest.where('application_no', '=', kind.applicationNo).execute();
    case 'trackingCode':
      return newest.where('tracking_code', '=', kind.trackingCode).execute();
    case 'identityNumber':
      return newest.where('identity_no', '=', kind.identityNumber).execute();
    case 'phone':
      return newest.where('phone', '=', kind.e164).execute();
    case 'digits':
      return db
        .selectFrom('applications')
        .selectAll()
        .where('installation_no', '>=', kind.digits)
        .where('installation_no', '<', `${kind.digits}:`)
        .orderBy('installation_no')
        .limit(maxFound)
        .execute();
    case 'words':
      return newest
        .where('row_id', 'in', await rowsWithWords(db, 'application_search', kind.words))
        .execute();
  }
}

export async function findConsumers(db: Reader, kind: QueryKind): Promise<readonly ConsumerRecord[]> {
  const newest = db.selectFrom('consumers').selectAll().orderBy('row_id', 'desc').limit(maxFound);
  switch (kind.kind) {
    case 'applicationNo':
    case 'trackingCode':
      return [];
    case 'identityNumber':
      return newest.where('identity_no', '=', kind.identityNumber).execute();
    case 'phone':
      return newest.where('phone', '=', kind.e164).execute();
    case 'digits':
      return db
        .selectFrom('consumers')
        .selectAll()
        .where('id', 'in', (select) =>
          select
            .selectFrom('consumer_installations')
            .select('consumer_id')
            .where('installation_no', '>=', kind.digits)
            .where('installation_no', '<', `${kind.digits}:`)
            .orderBy('installation_no')
            .limit(maxFound),
        )
        .execute();
    case 'words':
      return newest.where('row_id', 'in', await rowsWithWords(db, 'consumer_search', kind.words)).execute();
  }
}

export async function countOpenApplications(
  db: Reader,
  consumerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (consumerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('applications')
    .select((select) => ['consumer_id', select.fn.countAll<number>().as('count')])
    .where('consumer_id', 'in', consumerIds)
    .where('closed_at', 'is', null)
    .groupBy('consumer_id')
    .execute();
  return new Map(rows.map((row) => [row.consumer_id ?? '', row.count]));
}

/** Three whole words and more that are found say so well what is meant that beginnings would add nothing. */
const fewWords = 2;

/**
 * The newest rows that hold every word. Whole words come first, since they are what was meant and cost little;
 * only where they leave room is the last one taken as a beginning, and every one where that finds nothing.
 */
async function rowsWithWords(
  db: Reader,
  table: 'application_search' | 'consumer_search',
  text: string,
): Promise<readonly number[]> {
  const words = searchWords(text);
  const last = words.at(-1);
  if (last === undefined) return [];
  const whole = await matching(db, table, words.map(quoted));
  if (whole.length >= maxFound || (whole.length > 0 && words.length > fewWords)) return whole;
  const begun = await matching(db, table, [...words.slice(0, -1).map(quoted), `${quoted(last)}*`]);
  const found = [...new Set([...whole, ...begun])].slice(0, maxFound);
  if (found.length > 0 || words.length === 1) return found;
  return matching(
    db,
    table,
    words.map((word) => `${quoted(word)}*`),
  );
}

async function matching(
  db: Reader,
  table: 'application_search' | 'consumer_search',
  terms: readonly string[],
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom(table)
    .select('rowid')
    .where(sql<boolean>`${sql.table(table)} match ${terms.join(' ')}`)
    .orderBy('rowid', 'desc')
    .limit(maxFound)
    .execute();
  return rows.map((row) => row.rowid);
}

/** The words are folded to [a-z0-9], so quoting is all that FTS5's syntax asks for. */
function quoted(word: string): string {
  return `"${word}"`;
}
