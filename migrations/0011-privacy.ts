import { type Kysely, sql } from 'kysely';

/** Who may know informants, and whether a name in a list is a person's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    'alter table users add column may_know_informants integer not null default 0',
    'alter table applications add column is_person integer not null default 0',
  ])
    await sql.raw(statement).execute(db);
}
