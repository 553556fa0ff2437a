import type { Transaction } from 'kysely';
import { knownEntry } from '../../src-shared/ledger/entry-types.ts';
import type { Database } from '../db/schema.ts';
import type { PlacedEntry } from '../ledger/entry-rows.ts';
import { storable } from '../lib/storable.ts';

/** Earlier than any time: a counter's clock must not decide when the gateway sends. */
const atOnce = '1970-01-01T00:00:00.000Z';

/** Every SMS that a counter asked for waits in the outbox once, however often and by whichever entry it was asked. */
export async function queueSms(tx: Transaction<Database>, placed: readonly PlacedEntry[]): Promise<void> {
  const rows = placed.flatMap(({ branch, entry }) => {
    if (entry.stream.kind !== 'application') return [];
    const known = knownEntry(entry);
    if (known?.type !== 'sms.requested') return [];
    return {
      sms_id: storable(known.payload.smsId),
      branch,
      stream_id: entry.stream.id,
      recipient: storable(known.payload.to),
      text: storable(known.payload.text),
      segments: known.payload.segments,
      requested_at: entry.at,
      state: 'waiting' as const,
      attempts: 0,
      next_try_at: atOnce,
      detail: '',
    };
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('sms_outbox')
    .values(rows)
    .onConflict((oc) => oc.column('sms_id').doNothing())
    .execute();
}
