import { type RawBuilder, sql } from 'kysely';
import type { QueryKind } from '../../../../src-shared/text/query-kind.ts';
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
      return db
        .selectFrom('applications')
        .selectAll()
        .where('row_id', 'in', rowsWithWords(sql.table('application_search'), kind.words))
        .orderBy('row_id', 'desc')
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
      return db
        .selectFrom('consumers')
        .selectAll()
        .where('row_id', 'in', rowsWithWords(sql.table('consumer_search'), kind.words))
        .orderBy('row_id', 'desc')
        .execute();
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

/** The newest rows that hold every word, each as the beginning of a word. */
function rowsWithWords(table: RawBuilder<unknown>, words: string): RawBuilder<number> {
  // The words are folded to [a-z0-9 ], so quoting each is all that FTS5's syntax asks for.
  const match = words
    .split(' ')
    .map((word) => `"${word}"*`)
    .join(' ');
  return sql<number>`(select rowid from ${table} where ${table} match ${match} order by rowid desc limit ${sql.lit(maxFound)})`;
}
