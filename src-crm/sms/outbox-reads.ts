import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoAfter } from '../lib/clock.ts';
import type { OutboxSms } from './sms-outbox.ts';

/** The latest SMS, newest first, for the outbox page. */
export function readRecent(db: Kysely<Database>, limit: number): Promise<readonly OutboxSms[]> {
  return db
    .selectFrom('sms_outbox')
    .selectAll()
    .orderBy('requested_at', 'desc')
    .orderBy('sms_id', 'desc')
    .limit(limit)
    .execute();
}

/** By then it has been tried for a quarter of an hour at least: the line or the provider is down. */
const delayedAfter = 10;

/** What somebody has to look at, the oldest first. */
export function readHeld(db: Kysely<Database>, limit: number): Promise<readonly OutboxSms[]> {
  return db
    .selectFrom('sms_outbox')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['blocked', 'uncertain']),
        eb.and([eb('state', '=', 'waiting'), eb('attempts', '>=', sql<number>`${sql.lit(delayedAfter)}`)]),
      ]),
    )
    .orderBy('requested_at')
    .orderBy('sms_id')
    .limit(limit)
    .execute();
}

/** A provider that can be asked says within this what became of an SMS in doubt. */
const askingMs = 5 * 60_000;

export type HeldSms = {
  readonly isBlocked: boolean;
  readonly isUncertain: boolean;
  readonly isDelayed: boolean;
};

/** Whether SMS wait for a person. Without names, numbers and reasons, since anybody may read it. */
export async function whatIsHeld(db: Kysely<Database>, clock: Clock): Promise<HeldSms> {
  const { rows } = await sql<{ blocked: boolean; uncertain: boolean; delayed: boolean }>`
    select
      exists (select from sms_outbox where state = 'blocked') as blocked,
      exists (select from sms_outbox
        where state = 'uncertain' and doubted_at <= ${isoAfter(clock, -askingMs)}) as uncertain,
      exists (select from sms_outbox
        where state = 'waiting' and attempts >= ${sql.lit(delayedAfter)}) as delayed
  `.execute(db);
  const { blocked = false, uncertain = false, delayed = false } = rows[0] ?? {};
  return { isBlocked: blocked, isUncertain: uncertain, isDelayed: delayed };
}
