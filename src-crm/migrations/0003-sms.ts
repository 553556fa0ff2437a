import { type Kysely, sql } from 'kysely';

const statements = [
  `create table sms_outbox (
    sms_id text collate "C" primary key,
    branch text collate "C" not null,
    stream_id text collate "C" not null,
    recipient text not null,
    text text not null,
    segments bigint not null,
    requested_at text collate "C" not null,
    state text not null check (state in ('waiting', 'sending', 'accepted', 'delivered', 'failed')),
    attempts bigint not null,
    next_try_at text collate "C",
    driver text,
    reference text,
    detail text not null,
    sent_at text collate "C",
    settled_at text collate "C",
    check ((next_try_at is null) = (state in ('delivered', 'failed')))
  )`,
  `create index sms_outbox_due on sms_outbox (next_try_at) where next_try_at is not null`,
  `create index sms_outbox_recent on sms_outbox (requested_at)`,
  `create table outbox_messages (
    client_key text collate "C" primary key,
    recipient text not null,
    text text not null,
    written_at text collate "C" not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
