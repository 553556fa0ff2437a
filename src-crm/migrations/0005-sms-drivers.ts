import { type Kysely, sql } from 'kysely';

const statements = [
  `alter table sms_outbox drop constraint sms_outbox_state_check`,
  `alter table sms_outbox add constraint sms_outbox_state_check check (state in
    ('waiting', 'sending', 'blocked', 'uncertain', 'accepted', 'delivered', 'failed'))`,
  `alter table sms_outbox drop constraint sms_outbox_check`,
  `alter table sms_outbox add constraint sms_outbox_check check (case
    when state in ('delivered', 'failed') then next_try_at is null
    when state = 'accepted' then true
    else next_try_at is not null
  end)`,
  `alter table sms_outbox add column attempted_at text collate "C"`,
  `alter table sms_outbox add column doubted_at text collate "C"`,
  `create index sms_outbox_held on sms_outbox (state) where state in ('sending', 'blocked', 'uncertain')`,
  `create index sms_outbox_delayed on sms_outbox (requested_at) where state = 'waiting' and attempts >= 10`,
  `create index sms_outbox_reference on sms_outbox (reference) where reference is not null`,
  // What a provider says once, in its own time: before the answer to our sending, or while nobody asks.
  `create table sms_receipts (
    driver text collate "C" not null,
    reference text collate "C" not null,
    kind text not null check (kind in ('delivered', 'failed')),
    detail text not null,
    received_at text collate "C" not null,
    primary key (driver, reference)
  )`,
  `create index sms_receipts_age on sms_receipts (received_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
