import { type Kysely, sql } from 'kysely';

/**
 * What a legal hold keeps (of the ledger), and what was ordered to be destroyed: `destroyed` is asked at each entry
 * that comes in, so that nothing erased comes back.
 */
const statements = [
  `create table holds (
    stream_kind text not null,
    stream_id text not null,
    placed_at text not null,
    placed_by text not null,
    reason text not null,
    reference text not null,
    primary key (stream_kind, stream_id)
  ) strict, without rowid`,
  `create table destroyed (
    kind text not null,
    id text not null,
    before text not null,
    run_id text not null,
    primary key (kind, id)
  ) strict, without rowid`,
  `create table destruction_orders (
    run_id text primary key,
    at text not null,
    erased_at text,
    compacted_at text
  ) strict, without rowid`,
  // Sealed files that an order has left without an entry; the row goes when the bytes have.
  'create table destroyed_files (attachment_id text primary key) strict, without rowid',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
