import { type Kysely, sql } from 'kysely';

/** SMS are sent about more than applications: a code to a number that somebody gave. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sms_outbox add column stream_kind text collate "C" not null default 'application'`.execute(
    db,
  );
}
