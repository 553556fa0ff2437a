import { type Kysely, sql } from 'kysely';

const statements = [
  `create table screens (
    id text primary key,
    name text not null,
    kind text not null,
    room_code text,
    token_hash text not null,
    added_at text not null,
    withdrawn_at text
  ) strict, without rowid`,
  'create index screens_by_token on screens (token_hash)',
  /** By which a phone follows the number; numbers of an earlier version have none. */
  'alter table tickets add column follow_code text',
  'create index tickets_by_follow_code on tickets (follow_code) where follow_code is not null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
