import { type Kysely, sql } from 'kysely';

/** The ledger, what commands answered, what belongs to this workstation alone, and the first projections. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table entries (
    position integer primary key,
    id text not null unique,
    log text not null,
    seq integer not null,
    stream_kind text not null,
    stream_id text not null,
    type text not null,
    version integer not null,
    recorded_at text not null,
    at text not null,
    actor text not null,
    payload text,
    salt text,
    payload_digest text not null,
    prev_hash text not null,
    hash text not null,
    unique (log, seq, hash)
  ) strict`,
  'create index entries_stream on entries (stream_kind, stream_id)',
  `create table logs (
    log text primary key,
    is_own integer not null,
    seq integer not null,
    hash text not null,
    sent_seq integer not null,
    closed_at text
  ) strict, without rowid`,
  'create unique index logs_one_open_own on logs (is_own) where is_own = 1 and closed_at is null',
  `create table receipts (
    command_id text primary key,
    method text not null,
    user_id text not null,
    answer text not null,
    at text not null
  ) strict, without rowid`,
  'create table local_settings (key text primary key, value text not null) strict, without rowid',
  // Numbers that this store has given away; the key makes a second use impossible.
  'create table issued_numbers (key text primary key) strict, without rowid',
  `create table credentials (
    user_id text primary key,
    password_hash text not null,
    pin_hash text not null,
    failures integer not null default 0,
    blocked_until text
  ) strict, without rowid`,
  // Wrong sign-ins under names that nobody has, kept as those of users are.
  `create table strangers (
    name_hash text primary key,
    id text not null,
    failures integer not null,
    blocked_until text,
    tried_at text not null
  ) strict, without rowid`,
  'create index strangers_latest on strangers (tried_at)',
  `create table users (
    id text primary key,
    username text not null,
    display_name text not null,
    role text not null,
    is_active integer not null
  ) strict, without rowid`,
  'create index users_username on users (username)',
  'create table settings (document text primary key, value text not null) strict, without rowid',
  `create table tickets (
    id text primary key,
    branch_code text not null,
    service_day text not null,
    category_code text not null,
    category_name text not null,
    number integer not null,
    label text not null,
    priority integer not null,
    status text not null,
    queue_day text not null,
    issued_at text not null,
    target_kind text,
    target_code text,
    target_name text,
    transfers integer not null,
    called_at text,
    ended_ticket_id text,
    serving_at text,
    held_at text,
    ended_at text,
    recalls integer not null,
    desk_code text,
    desk_name text
  ) strict, without rowid`,
  'create index tickets_day on tickets (queue_day, status, issued_at)',
  "create index tickets_open on tickets (queue_day) where status in ('waiting', 'called', 'serving', 'held')",
  'create index tickets_number on tickets (service_day, category_code, branch_code, number)',
  'create index tickets_desk on tickets (desk_code, status) where desk_code is not null',
  // Calls for help of a desk.
  `create table help_calls (
    id text primary key,
    status text not null,
    desk_code text not null,
    desk_name text not null,
    called_at text not null,
    answering_desk_code text,
    answering_desk_name text,
    ended_at text
  ) strict, without rowid`,
  'create index help_calls_newest on help_calls (called_at)',
  `create table applications (
    row_id integer primary key,
    id text not null unique,
    application_no text not null,
    tracking_code text not null,
    status text not null,
    channel text not null,
    topic_code text not null,
    team_code text,
    team_name text,
    consumer_id text,
    applicant_name text not null,
    identity_no text,
    phone text,
    installation_no text,
    registered_at text not null,
    due_at text not null,
    closed_at text,
    has_conflict integer not null
  ) strict`,
  'create index applications_no on applications (application_no)',
  'create index applications_tracking on applications (tracking_code)',
  'create index applications_identity on applications (identity_no) where identity_no is not null',
  'create index applications_phone on applications (phone) where phone is not null',
  'create index applications_installation on applications (installation_no) where installation_no is not null',
  'create index applications_consumer on applications (consumer_id) where consumer_id is not null',
  'create index applications_status on applications (status, due_at, id)',
  'create index applications_closed on applications (closed_at, id) where closed_at is not null',
  "create index applications_open on applications (due_at, id) where status <> 'closed'",
  'create index applications_conflict on applications (due_at, id) where has_conflict = 1',
  `create table consumers (
    row_id integer primary key,
    id text not null unique,
    kind text not null,
    name text not null,
    identity_no text,
    phone text,
    email text,
    premises text,
    installations text not null
  ) strict`,
  'create index consumers_identity on consumers (identity_no) where identity_no is not null',
  'create index consumers_phone on consumers (phone) where phone is not null',
  `create table consumer_installations (
    installation_no text not null,
    consumer_id text not null,
    primary key (installation_no, consumer_id)
  ) strict, without rowid`,
  'create index consumer_installations_consumer on consumer_installations (consumer_id)',
  `create virtual table application_search using fts5(
    body, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='1 2 3 4'
  )`,
  `create virtual table consumer_search using fts5(
    body, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='1 2 3 4'
  )`,
  // Merging the index is the upkeep's work, at a moment when nobody waits for a commit.
  ...['application_search', 'consumer_search'].flatMap((table) => [
    `insert into ${table}(${table}, rank) values ('automerge', 0)`,
    `insert into ${table}(${table}, rank) values ('crisismerge', 64)`,
  ]),
  `create table print_jobs (
    job_id text primary key,
    stream_kind text not null,
    stream_id text not null,
    document text not null,
    subject text not null,
    copy_no integer not null,
    state text not null,
    reason text not null,
    requested_at text not null,
    log text not null
  ) strict, without rowid`,
  "create index print_jobs_waiting on print_jobs (requested_at) where state in ('queued', 'failed')",
  'create index print_jobs_stream on print_jobs (stream_kind, stream_id)',
  'create index print_jobs_newest on print_jobs (requested_at)',
];
