import { sql } from 'kysely';
import type { Presence } from '../../../../src-shared/contract/meeting.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

/**
 * Whether somebody sits at a screen of the branch, as the latest coming or going on record says. Who leaves without
 * signing out is `away` from the moment at which the screen locks itself, and `absent` the next day.
 */
export async function presenceOf(
  db: Reader,
  userId: string,
  now: number,
): Promise<Exclude<Presence, 'busy'>> {
  const event = sql<string>`json_extract(payload, '$.event')`;
  const latest = await db
    .selectFrom('entries')
    .select(['at', event.as('event')])
    .where('stream_kind', '=', 'audit')
    .where('stream_id', '=', userId)
    .where('type', '=', 'audit.session')
    .where(event, 'in', ['signed_in', 'signed_out', 'locked', 'unlocked'])
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  const isToday = latest !== undefined && localDay(latest.at) === localDay(new Date(now).toISOString());
  if (!isToday || latest.event === 'signed_out') return 'absent';
  return latest.event === 'locked' ? 'away' : 'here';
}
