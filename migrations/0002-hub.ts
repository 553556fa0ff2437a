import { type Kysely, sql } from 'kysely';

const statements = [
  /** What the hub is known to hold of an own log, beside what the CRM is. */
  'alter table logs add column hub_seq integer not null default 0',
  `create table branch_pcs (
    fingerprint text primary key,
    name text not null,
    workstation_no integer not null,
    trusted_at text not null,
    withdrawn_at text
  ) strict, without rowid`,
  `create table branch_hubs (
    branch_code text primary key,
    fingerprint text not null,
    name text not null,
    workstation_no integer not null,
    epoch integer not null,
    appointed_at text not null
  ) strict, without rowid`,
  /** Whether a label stands in a day's queue is asked for each number that is given. */
  'create index tickets_label on tickets (queue_day, label)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
