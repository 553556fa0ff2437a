import { type Kysely, sql } from 'kysely';

/** What the lists of work ask for (reopened, awaited, escalated, to be called again), where the matter is, and drafts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table applications add column place_key text',
  'alter table applications add column take_by text',
  'alter table applications add column is_escalated integer not null default 0',
  'alter table applications add column call_back_at text',
  // An application can be concluded in four ways, and be opened again.
  'drop index applications_open',
  'create index applications_open on applications (due_at, id) where closed_at is null',
  'create index applications_place on applications (place_key) where place_key is not null',
  'create index applications_take_by on applications (take_by) where take_by is not null',
  'create index applications_escalated on applications (due_at, id) where is_escalated = 1',
  'create index applications_call_back on applications (call_back_at, id) where call_back_at is not null',
  'create table drafts (user_id text primary key, body text not null, at text not null) strict, without rowid',
  'create index applications_channel on applications (channel, due_at, id) where closed_at is null',
];
