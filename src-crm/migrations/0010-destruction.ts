import { type Kysely, sql } from 'kysely';

/** What a branch has ordered to be destroyed of its own; asked before anything of it is stored again. */
const statements = [
  `create table destroyed (
    branch text collate "C" not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    before text collate "C" not null,
    primary key (branch, kind, id)
  )`,
  `create table destruction_orders (
    branch text collate "C" not null,
    run_id text collate "C" not null,
    erased_at text collate "C" not null,
    compacted_at text collate "C",
    primary key (branch, run_id)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
