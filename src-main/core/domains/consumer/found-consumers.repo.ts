import type { Transaction } from 'kysely';
import { consumerEntries } from '../../../../src-shared/ledger/other-entries.ts';
import type { Schema } from '../../db/schema.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { KnownConsumer } from './consumer.repo.ts';

/** Keeps whom the CRM has found; who was found before is kept as the CRM says it now. */
export async function keepFound(
  trx: Transaction<Schema>,
  consumers: readonly KnownConsumer[],
  at: string,
): Promise<void> {
  if (consumers.length === 0) return;
  await trx
    .insertInto('found_consumers')
    .values(consumers.map(({ id, card }) => ({ id, card: JSON.stringify(card), at })))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(({ ref }) => ({ card: ref('excluded.card'), at: ref('excluded.at') })),
    )
    .execute();
}

export async function foundById(db: Reader, id: string): Promise<KnownConsumer | undefined> {
  const row = await db
    .selectFrom('found_consumers')
    .select(['id', 'card'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { id: row.id, card: consumerEntries['consumer.recorded'].parse(JSON.parse(row.card)) };
}

/** The card is kept here now; what the CRM had said of it is in there. */
export async function dropFound(trx: Transaction<Schema>, id: string): Promise<void> {
  await trx.deleteFrom('found_consumers').where('id', '=', id).execute();
}

/** @param before ISO instant */
export async function dropFoundBefore(trx: Transaction<Schema>, before: string): Promise<void> {
  await trx.deleteFrom('found_consumers').where('at', '<', before).execute();
}
