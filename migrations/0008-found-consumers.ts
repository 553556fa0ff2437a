import { type Kysely, sql } from 'kysely';

/** Whom the CRM has found for a desk of this PC, until they are registered or forgotten: not of the ledger. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('create table found_consumers (id text primary key, card text not null, at text not null) strict')
    .execute(db);
  await sql.raw('create index found_consumers_at on found_consumers (at)').execute(db);
}
