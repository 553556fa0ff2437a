import { type Kysely, sql } from 'kysely';

/** Columns that are hashed or compared byte for byte are text under "C": a uuid column would change their case. */
const statements = [
  `create table logs (
    log text collate "C" primary key,
    branch text collate "C",
    is_own boolean not null default false,
    seq bigint not null,
    hash text collate "C" not null,
    check (is_own = (branch is null))
  )`,
  `create unique index logs_one_own on logs (is_own) where is_own`,
  `create table entries (
    position bigint generated always as identity primary key,
    log text collate "C" not null,
    seq bigint not null,
    id text collate "C" not null unique,
    branch text collate "C" not null,
    stream_kind text collate "C" not null,
    stream_id text collate "C" not null,
    type text collate "C" not null,
    version bigint not null,
    recorded_at text collate "C" not null,
    at text collate "C" not null,
    actor text not null,
    payload text not null,
    salt text,
    payload_digest text not null,
    prev_hash text not null,
    hash text not null,
    unique (log, seq)
  )`,
  `create index entries_feed on entries (branch, position)`,
  `create index entries_stream on entries (stream_kind, stream_id)`,
  `create table applications (
    id text collate "C" primary key,
    branch text collate "C" not null,
    application_no text collate "C" not null,
    tracking_code text collate "C" not null,
    status text not null,
    team_code text collate "C",
    team_name text,
    topic_code text not null,
    application_type text not null,
    registered_at text collate "C" not null,
    due_at text collate "C" not null,
    routed_at text collate "C",
    answered_at text collate "C",
    closed_at text collate "C",
    outcome_kind text,
    last_entry_at text collate "C" not null
  )`,
  `create index applications_tracking on applications (tracking_code)`,
  `create index applications_no on applications (application_no)`,
  `create index applications_team on applications (team_code, due_at)`,
  `create table consumers (
    id text collate "C" primary key,
    branch text collate "C" not null,
    kind text not null,
    name text not null,
    identity_no text collate "C",
    phone text collate "C",
    email text,
    premises text,
    installations text[] not null,
    words tsvector not null,
    recorded_at text collate "C" not null,
    entry_id text collate "C" not null
  )`,
  `create index consumers_identity on consumers (identity_no)`,
  `create index consumers_phone on consumers (phone)`,
  `create index consumers_installations on consumers using gin (installations)`,
  `create index consumers_words on consumers using gin (words)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
