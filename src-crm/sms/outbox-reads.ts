import type { Kysely } from 'kysely';
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

/** What somebody has to look at, the oldest first. */
export function readHeld(db: Kysely<Database>, limit: number): Promise<readonly OutboxSms[]> {
  return db
    .selectFrom('sms_outbox')
    .selectAll()
    .where('state', 'in', ['blocked', 'uncertain'])
    .orderBy('requested_at')
    .orderBy('sms_id')
    .limit(limit)
    .execute();
}

/** A provider that can be asked says within this what became of an SMS in doubt. */
const askingMs = 5 * 60_000;

export type HeldSms = { readonly isBlocked: boolean; readonly isUncertain: boolean };

/** Whether SMS wait for a person. Without names, numbers and reasons, since anybody may read it. */
export async function whatIsHeld(db: Kysely<Database>, clock: Clock): Promise<HeldSms> {
  const rows = await db
    .selectFrom('sms_outbox')
    .select('state')
    .distinct()
    .where('state', 'in', ['blocked', 'uncertain'])
    .where((eb) => eb.or([eb('state', '=', 'blocked'), eb('doubted_at', '<=', isoAfter(clock, -askingMs))]))
    .execute();
  const states = rows.map(({ state }) => state);
  return { isBlocked: states.includes('blocked'), isUncertain: states.includes('uncertain') };
}
