import { type Kysely, sql } from 'kysely';

/** What a file is follows from the ledger and can be folded anew; its bytes can't, and stand apart. */
const statements = [
  `create table attachments (
    id text collate "C" primary key,
    branch text collate "C" not null,
    application_id text collate "C" not null,
    size bigint not null,
    sha256 text collate "C" not null,
    is_withdrawn boolean not null
  )`,
  `create table attachment_content (
    attachment_id text collate "C" primary key,
    received bigint not null,
    is_complete boolean not null
  )`,
  `create table attachment_chunks (
    attachment_id text collate "C" not null,
    start bigint not null,
    bytes bytea not null,
    primary key (attachment_id, start)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
