import { type Kysely, sql } from 'kysely';

/**
 * `consents` follows from the ledger. `consent_seals` is this PC's own: the consents that were recorded here and whose
 * sheet is still to be drawn, sealed or stamped with the time.
 */
const statements = [
  `create table consents (
    id text primary key,
    application_id text not null,
    consumer_id text,
    text_code text not null,
    purpose_code text not null,
    decision text not null,
    decided_at text not null,
    withdrawn_at text,
    awaits_review integer not null,
    sheet_code text
  ) strict, without rowid`,
  'create index consents_of_application on consents (application_id)',
  'create index consents_of_consumer on consents (consumer_id) where consumer_id is not null',
  'create index consents_to_review on consents (application_id) where awaits_review = 1',
  `create table consent_seals (
    consent_id text primary key,
    application_id text not null,
    attachment_id text not null,
    stage text not null check (stage in ('sealing', 'stamping'))
  ) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
