import { type Kysely, sql } from 'kysely';

/** Notices and consents that the branch has published, every version of each. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table texts (
    code text not null,
    language text not null,
    version integer not null,
    kind text not null,
    valid_from text not null,
    hash text not null,
    body text not null,
    published_at text not null,
    published_by text not null,
    primary key (code, language, version)
  ) strict, without rowid`,
  'create index texts_hash on texts (hash)',
];
