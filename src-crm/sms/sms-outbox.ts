import { type Kysely, type Selectable, sql } from 'kysely';
import { gatewayActor } from '../../src-shared/ledger/entry.ts';
import { fact } from '../../src-shared/ledger/entry-types.ts';
import type { Database, SmsOutboxTable } from '../db/schema.ts';
import { entriesOfStream } from '../ledger/entry-rows.ts';
import { appendOwn } from '../ledger/own-log.ts';
import { lockAppends } from '../ledger/store-entries.ts';
import { type Clock, isoAfter, isoNow } from '../lib/clock.ts';

export type OutboxSms = Selectable<SmsOutboxTable>;

/** How long a claimed SMS is left alone: longer than any driver's own time limit. */
export const leaseMs = 120_000;

/**
 * Takes up to `limit` due SMS and marks them durably before anything is sent. A process that dies with a claim
 * leaves it to be taken again after the lease, and the driver's client key keeps it from going out twice.
 */
export async function claimDue(
  db: Kysely<Database>,
  clock: Clock,
  limit: number,
): Promise<readonly OutboxSms[]> {
  return await db.transaction().execute(async (tx) => {
    const due = await tx
      .selectFrom('sms_outbox')
      .selectAll()
      .where('next_try_at', '<=', isoNow(clock))
      .orderBy('next_try_at')
      .orderBy('requested_at')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    if (due.length === 0) return [];
    await tx
      .updateTable('sms_outbox')
      .set({
        state: sql`case when state = 'accepted' then state else 'sending' end`,
        next_try_at: isoAfter(clock, leaseMs),
      })
      .where(
        'sms_id',
        'in',
        due.map((sms) => sms.sms_id),
      )
      .execute();
    return due;
  });
}

/** Puts it back for another attempt; says nothing in the ledger, since nothing is known. */
export async function postpone(
  db: Kysely<Database>,
  sms: OutboxSms,
  change: { readonly nextTryAt: string; readonly detail: string },
): Promise<void> {
  const isAccepted = sms.state === 'accepted';
  await db
    .updateTable('sms_outbox')
    .set({
      state: isAccepted ? 'accepted' : 'waiting',
      attempts: sms.attempts + 1,
      next_try_at: change.nextTryAt,
      detail: change.detail,
    })
    .where('sms_id', '=', sms.sms_id)
    .where('state', '=', isAccepted ? 'accepted' : 'sending')
    .execute();
}

export type SmsReport = {
  readonly driver: string;
  readonly detail: string;
} & (
  | { readonly state: 'accepted'; readonly reference: string; readonly nextTryAt: string }
  | { readonly state: 'delivered' | 'failed' }
);

/** State and ledger entry in one transaction; what another process reported meanwhile is not reported again. */
export async function report(
  db: Kysely<Database>,
  clock: Clock,
  sms: OutboxSms,
  change: SmsReport,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockAppends(tx);
    const { numUpdatedRows } = await tx
      .updateTable('sms_outbox')
      .set(
        change.state === 'accepted'
          ? {
              state: 'accepted',
              reference: change.reference,
              sent_at: isoNow(clock),
              next_try_at: change.nextTryAt,
              attempts: 0,
              driver: change.driver,
              detail: change.detail,
            }
          : {
              state: change.state,
              settled_at: isoNow(clock),
              next_try_at: null,
              driver: change.driver,
              detail: change.detail,
            },
      )
      .where('sms_id', '=', sms.sms_id)
      .where('state', '=', sms.state === 'accepted' ? 'accepted' : 'sending')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    const stream = { kind: 'application', id: sms.stream_id };
    await appendOwn(tx, clock, {
      branch: sms.branch,
      actor: gatewayActor,
      fact: fact(stream, 'sms.reported', {
        smsId: sms.sms_id,
        state: change.state,
        driver: change.driver,
        detail: (change.state === 'accepted' ? change.reference : change.detail).slice(0, 300),
      }),
      stream: await entriesOfStream(tx, stream),
    });
  });
}

/** When the next SMS wants attention; undefined where none waits. */
export async function nextDueAt(db: Kysely<Database>): Promise<string | undefined> {
  const row = await db
    .selectFrom('sms_outbox')
    .select('next_try_at')
    .where('next_try_at', 'is not', null)
    .orderBy('next_try_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_try_at ?? undefined;
}

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
