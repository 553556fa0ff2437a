import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';

export const inboxPageSize = 50;
const openStates = ['routed', 'in_progress_at_team'];
const columns = [
  'id',
  'application_no',
  'topic_code',
  'application_type',
  'status',
  'due_at',
  'last_entry_at',
  'is_escalated',
] as const;

/** What waits for the team, the most urgent first. */
export async function readOpen(db: Kysely<Database>, teamCode: string, page: number) {
  const open = db
    .selectFrom('applications')
    .where('team_code', '=', teamCode)
    .where('status', 'in', openStates);
  const { count } = await open.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await open
    .select(columns)
    .orderBy('due_at')
    .orderBy('application_no')
    .limit(inboxPageSize)
    .offset((page - 1) * inboxPageSize)
    .execute();
  return { count, rows };
}

/** What the team has dealt with, the latest first. */
export function readDone(db: Kysely<Database>, teamCode: string) {
  return db
    .selectFrom('applications')
    .select(columns)
    .where('team_code', '=', teamCode)
    .where('status', 'not in', openStates)
    .orderBy('last_entry_at', 'desc')
    .limit(inboxPageSize)
    .execute();
}
