import { type Kysely, sql } from 'kysely';

/** Who read what, by time: searched by a supervisor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw("create index entries_audit on entries (at, position) where stream_kind = 'audit'")
    .execute(db);
}
