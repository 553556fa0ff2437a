import { type Kysely, sql } from 'kysely';

const statements = [
  `create table api_keys (
    id text collate "C" primary key,
    key_hash text collate "C" not null unique,
    branch text collate "C" not null,
    created_at text collate "C" not null,
    withdrawn_at text collate "C"
  )`,
  `create table members (
    username text collate "C" primary key,
    role text not null check (role in ('team', 'operator')),
    team_code text collate "C",
    password_hash text not null,
    created_at text collate "C" not null,
    check ((role = 'team') = (team_code is not null))
  )`,
  `create table sessions (
    token_hash text collate "C" primary key,
    username text collate "C" not null references members (username) on delete cascade,
    expires_at text collate "C" not null
  )`,
  `create index sessions_expiry on sessions (expires_at)`,
  `create index sessions_member on sessions (username)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
