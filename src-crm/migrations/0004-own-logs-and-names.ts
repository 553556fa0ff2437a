import { type Kysely, sql } from 'kysely';

const statements = [
  // Each process writes a log of its own.
  `drop index logs_one_own`,
  // Null where only the user name is known.
  `alter table members add column display_name text`,
  // An SMS that another gateway sent is known as accepted, and nobody here follows it.
  `alter table sms_outbox drop constraint sms_outbox_check`,
  `alter table sms_outbox add check (case
    when state in ('delivered', 'failed') then next_try_at is null
    when state in ('waiting', 'sending') then next_try_at is not null
    else true
  end)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
