import { type Kysely, sql } from 'kysely';

/**
 * `attachments` follows from the ledger. The other two are this PC's own: which files it holds, and what is on its way
 * to becoming one.
 */
const statements = [
  `create table attachments (
    id text primary key,
    application_id text not null,
    size integer not null,
    sha256 text not null,
    is_withdrawn integer not null
  ) strict, without rowid`,
  'create index attachments_of_application on attachments (application_id)',
  `create table attachment_copies (
    attachment_id text primary key,
    is_at_crm integer not null,
    is_damaged integer not null
  ) strict, without rowid`,
  'create index attachment_copies_unsent on attachment_copies (attachment_id) where is_at_crm = 0',
  `create table attachment_uploads (
    id text primary key,
    application_id text,
    draft_key text,
    user_id text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    description text not null,
    is_special integer not null,
    begun_at text not null,
    finished_at text,
    check ((application_id is null) <> (draft_key is null))
  ) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
