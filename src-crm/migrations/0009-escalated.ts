import { type Kysely, sql } from 'kysely';

/** Whether a supervisor was told that nobody of the team has taken it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table applications add column is_escalated boolean not null default false`.execute(db);
}
