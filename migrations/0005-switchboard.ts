import { type Kysely, sql } from 'kysely';

/** The telephone directory, and what became of calls that were passed on. Nothing here says who called. */
const statements = [
  `create table contacts (
    id text primary key,
    kind text not null,
    name text not null,
    department text not null,
    title text not null,
    extension text,
    direct_phone text,
    sip text,
    backup_id text,
    availability text not null,
    back_on text,
    note text not null
  ) strict, without rowid`,
  `create table call_transfers (
    id text primary key,
    at text not null,
    actor text not null,
    contact_id text not null,
    contact_name text not null,
    department text not null,
    outcome text not null,
    application_id text,
    note text not null
  ) strict, without rowid`,
  'create index call_transfers_newest on call_transfers (at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
