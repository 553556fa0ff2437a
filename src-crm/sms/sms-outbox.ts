import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { gatewayActor } from '../../src-shared/ledger/entry.ts';
import { fact, type PayloadOf } from '../../src-shared/ledger/entry-types.ts';
import type { Database, SmsOutboxTable } from '../db/schema.ts';
import type { OwnFact, OwnLog } from '../ledger/own-log.ts';
import { lockAppends } from '../ledger/store-entries.ts';
import { type Clock, isoAfter, isoNow } from '../lib/clock.ts';
import { storable } from '../lib/storable.ts';

export type OutboxSms = Selectable<SmsOutboxTable>;

/** How long a claimed SMS is left alone: longer than any driver's own time limit. */
export const leaseMs = 120_000;

export type ClaimedSms = OutboxSms & {
  /** Whoever claimed it before for sending never said what became of it, and may have died after sending. */
  readonly isLeftBehind: boolean;
  /** The driver of that claim; null where it was made by a gateway that knew no driver but the outbox page. */
  readonly earlierDriver: string | null;
};

/** Takes up to `limit` due SMS for a driver and marks them durably before anything is sent. */
export async function claimDue(
  db: Kysely<Database>,
  clock: Clock,
  driver: string,
  limit: number,
): Promise<readonly ClaimedSms[]> {
  const claimed = await db.transaction().execute(async (tx) => {
    // A push that is being stored may hold the report of an SMS that waits.
    await lockAppends(tx);
    return await tx
      .with('due', (cte) =>
        cte
          .selectFrom('sms_outbox')
          .select(['sms_id', 'state as held_state', 'driver as held_driver'])
          .where('next_try_at', '<=', isoNow(clock))
          .orderBy('next_try_at')
          .orderBy('requested_at')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('sms_outbox')
      .from('due')
      .set({
        state: sql`case when state in ('accepted', 'uncertain') then state else 'sending' end`,
        driver: sql`case when state in ('accepted', 'uncertain') then driver else ${driver} end`,
        // An attempt that was left behind keeps its time, by which its provider can be asked.
        attempted_at: sql`case when state in ('waiting', 'blocked') then ${isoNow(clock)} else attempted_at end`,
        next_try_at: isoAfter(clock, leaseMs),
      })
      .whereRef('sms_outbox.sms_id', '=', 'due.sms_id')
      .returningAll('sms_outbox')
      .returning(['due.held_state', 'due.held_driver'])
      .execute();
  });
  return claimed
    .toSorted((a, b) => (a.requested_at < b.requested_at ? -1 : 1))
    .map(({ held_state, held_driver, ...sms }) => ({
      ...sms,
      isLeftBehind: held_state === 'sending',
      earlierDriver: held_driver,
    }));
}

/** Counters ask for the feed every few seconds, and at most every minute and a half while the line is poor. */
export const startPauseMs = 120_000;

/**
 * What waits when a process starts may have been sent already, where the database is from an old backup. The
 * counters, who notice that and return the reports, get the time to do so.
 */
export async function pauseWaiting(db: Kysely<Database>, clock: Clock): Promise<void> {
  await db
    .updateTable('sms_outbox')
    .set({ next_try_at: sql`greatest(next_try_at, ${isoAfter(clock, startPauseMs)})` })
    .where('state', 'in', ['waiting', 'sending'])
    .execute();
  // Whoever has set right what blocked them will most likely have started the gateway anew.
  await db
    .updateTable('sms_outbox')
    .set({ next_try_at: isoAfter(clock, startPauseMs) })
    .where('state', '=', 'blocked')
    .execute();
}

export type SmsChange = {
  /** As it was claimed. */
  readonly from: OutboxSms;
  readonly to: OutboxSms;
  /** What the ledger gets to know, in this order. */
  readonly reports: readonly Pick<PayloadOf<'sms.reported'>, 'state' | 'detail'>[];
};

/**
 * Rows and ledger entries in one transaction; what was reported elsewhere meanwhile is not reported again.
 * @returns the ids of those that nobody else has changed meanwhile
 */
export async function settle(
  { db, ownLog }: { readonly db: Kysely<Database>; readonly ownLog: OwnLog },
  changes: readonly SmsChange[],
): Promise<ReadonlySet<string>> {
  return await db.transaction().execute(async (tx) => {
    await lockAppends(tx);
    const changed = await changeRows(tx, changes);
    const facts = changes
      .filter(({ from }) => changed.has(from.sms_id))
      .flatMap(({ from, to, reports }) => reports.map((report) => ownFact(from, to.driver ?? '', report)));
    await ownLog.append(tx, facts);
    return changed;
  });
}

function ownFact(sms: OutboxSms, driver: string, { state, detail }: SmsChange['reports'][number]): OwnFact {
  return {
    branch: sms.branch,
    actor: gatewayActor,
    fact: fact({ kind: sms.stream_kind, id: sms.stream_id }, 'sms.reported', {
      smsId: sms.sms_id,
      state,
      driver,
      detail: detail.slice(0, 300),
    }),
  };
}

/** @returns the ids of those that nobody has changed since they were claimed */
async function changeRows(
  tx: Transaction<Database>,
  changes: readonly SmsChange[],
): Promise<ReadonlySet<string>> {
  const column = <T>(pick: (to: OutboxSms) => T): T[] => changes.map(({ to }) => pick(to));
  const { rows } = await sql<{ sms_id: string }>`
    update sms_outbox set
      state = change.state, attempts = change.attempts, next_try_at = change.next_try_at, driver = change.driver,
      reference = change.reference, detail = change.detail, sent_at = change.sent_at,
      settled_at = change.settled_at, doubted_at = change.doubted_at
    from unnest(
      ${column((to) => to.sms_id)}::text[], ${changes.map(({ from }) => from.state)}::text[],
      ${column((to) => to.state)}::text[], ${column((to) => to.attempts)}::bigint[],
      ${column((to) => to.next_try_at)}::text[], ${column((to) => storable(to.driver))}::text[],
      ${column((to) => storable(to.reference))}::text[], ${column((to) => storable(to.detail))}::text[],
      ${column((to) => to.sent_at)}::text[], ${column((to) => to.settled_at)}::text[],
      ${column((to) => to.doubted_at)}::text[]
    ) as change (
      sms_id, held, state, attempts, next_try_at, driver, reference, detail, sent_at, settled_at, doubted_at
    )
    where sms_outbox.sms_id = change.sms_id and sms_outbox.state = change.held
    returning sms_outbox.sms_id
  `.execute(tx);
  return new Set(rows.map((row) => row.sms_id));
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
