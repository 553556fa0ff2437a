import { type Kysely, sql } from 'kysely';

const statements = [
  // A counter's key speaks for its branch; an intake key for channels, and the premises decide on the branch.
  `alter table api_keys
    add column kind text not null default 'counter' check (kind in ('counter', 'intake')),
    add column channels text[],
    alter column branch drop not null,
    add check ((kind = 'counter') = (branch is not null)),
    add check ((kind = 'intake') = (channels is not null))`,
  // '*' stands for every province that has no line of its own.
  `create table intake_branches (
    province text collate "C" primary key,
    branch text collate "C" not null
  )`,
  `create table intake_numbers (
    branch text collate "C" not null,
    year text collate "C" not null,
    last bigint not null,
    given_at text collate "C" not null,
    primary key (branch, year)
  )`,
  `create table intake_requests (
    key_id text collate "C" not null,
    idempotency_key text collate "C" not null,
    body_hash text collate "C" not null,
    application_id text collate "C" not null,
    application_no text collate "C" not null,
    tracking_code text collate "C" not null,
    due_at text collate "C" not null,
    created_at text collate "C" not null,
    primary key (key_id, idempotency_key)
  )`,
  `create index intake_requests_age on intake_requests (created_at)`,
  `create table gateway_secrets (
    name text collate "C" primary key,
    secret text not null
  )`,
  `create index entries_settings on entries (branch, stream_id, recorded_at) where stream_kind = 'settings'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
