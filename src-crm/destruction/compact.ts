import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';

/** All that may have held what was destroyed. */
const tables = [
  'entries',
  'applications',
  'consumers',
  'attachments',
  'attachment_content',
  'attachment_chunks',
  'sms_outbox',
  'sms_receipts',
  'outbox_messages',
  'intake_requests',
] as const;

/**
 * Writes the tables anew: PostgreSQL leaves the bytes of what was deleted in its pages. Each is locked meanwhile, so
 * this is done in the night, and only after a run.
 * @returns whether there was anything to do
 */
export async function compactAfterDestruction(db: Kysely<Database>, clock: Clock): Promise<boolean> {
  const waiting = await db
    .selectFrom('destruction_orders')
    .select(['branch', 'run_id'])
    .where('compacted_at', 'is', null)
    .execute();
  if (waiting.length === 0) return false;
  for (const table of tables) await sql`vacuum (full) ${sql.table(table)}`.execute(db);
  await sql`checkpoint`.execute(db);
  for (const { branch, run_id: runId } of waiting)
    await db
      .updateTable('destruction_orders')
      .set({ compacted_at: isoNow(clock) })
      .where('branch', '=', branch)
      .where('run_id', '=', runId)
      .execute();
  return true;
}

const hourMillis = 3_600_000;
/** İstanbul, which has no summer time. */
const istanbulHours = 3;
const nightHours = [2, 3, 4];

/** Looks once an hour; calls `compact` in the night. */
export function startNightly(clock: Clock, compact: () => Promise<unknown>): () => void {
  const timer = setInterval(() => {
    const hour = (new Date(clock.now()).getUTCHours() + istanbulHours) % 24;
    if (nightHours.includes(hour)) void compact();
  }, hourMillis);
  timer.unref();
  return () => clearInterval(timer);
}
