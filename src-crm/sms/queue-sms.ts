import { sql, type Transaction } from 'kysely';
import { type KnownOf, knownEntry } from '../../src-shared/ledger/entry-types.ts';
import type { Database } from '../db/schema.ts';
import type { PlacedEntry } from '../ledger/entry-rows.ts';
import { storable } from '../lib/storable.ts';
import { inBatches } from '../projections/batches.ts';

/** Earlier than any time: a counter's clock must not decide when the gateway sends. */
const atOnce = '1970-01-01T00:00:00.000Z';

/**
 * Every SMS that a counter asked for stands in the outbox once, however often and by whichever entry it was asked.
 * What is known to have been sent does not wait there: a history that is pushed to a new gateway brings the reports
 * of its SMS along, after the requests or, from another counter, before them.
 * @param earlier what was stored before on the streams that `placed` touches
 */
export async function queueSms(
  tx: Transaction<Database>,
  earlier: readonly PlacedEntry[],
  placed: readonly PlacedEntry[],
): Promise<void> {
  const rows = placed.flatMap(waitingRow);
  for (const batch of inBatches(rows)) {
    await tx
      .insertInto('sms_outbox')
      .values(batch)
      .onConflict((oc) => oc.column('sms_id').doNothing())
      .execute();
  }
  const asked = new Set(rows.map((row) => row.sms_id));
  const before = earlier.flatMap(reportOf).filter(({ payload }) => asked.has(storable(payload.smsId)));
  await settleReported(tx, [...before, ...placed.flatMap(reportOf)]);
}

/** What an SMS is sent about: an application, or the check of a number. */
export const smsStreams: readonly string[] = ['application', 'phone'];

function isSmsStream(kind: string): boolean {
  return smsStreams.includes(kind);
}

type Report = KnownOf<'sms.reported'>;

function reportOf({ entry }: PlacedEntry): readonly Report[] {
  if (!isSmsStream(entry.stream.kind) || entry.type !== 'sms.reported') return [];
  const known = knownEntry(entry);
  return known?.type === 'sms.reported' ? [known] : [];
}

function waitingRow({ branch, entry }: PlacedEntry) {
  if (!isSmsStream(entry.stream.kind) || entry.type !== 'sms.requested') return [];
  const known = knownEntry(entry);
  if (known?.type !== 'sms.requested') return [];
  return [
    {
      sms_id: storable(known.payload.smsId),
      branch,
      stream_kind: entry.stream.kind,
      stream_id: entry.stream.id,
      recipient: storable(known.payload.to),
      text: storable(known.payload.text),
      segments: known.payload.segments,
      requested_at: entry.at,
      state: 'waiting' as const,
      attempts: 0,
      next_try_at: atOnce,
      detail: '',
    },
  ];
}

/**
 * What another gateway, or this one before it was restored from a backup, reports of an SMS that waits here stands:
 * it is not sent again, and its delivery is not asked for. The reports of this gateway find a row that is not
 * waiting any more.
 */
async function settleReported(tx: Transaction<Database>, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) return;
  const column = (pick: (report: Report) => string): string[] => reports.map(pick);
  await sql`
    update sms_outbox set
      state = report.state, driver = report.driver, detail = report.detail, next_try_at = null,
      sent_at = coalesce(sent_at, report.at), doubted_at = null,
      settled_at = case when report.state = 'accepted' then null else report.at end
    from (
      select distinct on (sms_id) sms_id, state, driver, detail, at
      from unnest(
        ${column(({ payload }) => storable(payload.smsId))}::text[], ${column(({ payload }) => payload.state)}::text[],
        ${column(({ payload }) => storable(payload.driver))}::text[],
        ${column(({ payload }) => storable(payload.detail))}::text[], ${column(({ entry }) => entry.at)}::text[]
      ) as given (sms_id, state, driver, detail, at)
      order by sms_id, state = 'accepted', at desc
    ) as report
    where sms_outbox.sms_id = report.sms_id
      and (sms_outbox.state in ('waiting', 'sending', 'blocked', 'uncertain')
        or (sms_outbox.state = 'accepted' and (sms_outbox.next_try_at is null or report.state <> 'accepted')))
  `.execute(tx);
}
