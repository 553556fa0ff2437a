import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoAfter, isoNow } from '../lib/clock.ts';
import { storable } from '../lib/storable.ts';
import type { SettledDelivery } from './driver.ts';

/** No provider tries to deliver longer than two days, and centres give the same reference again some day. */
const keptMs = 7 * 24 * 3_600_000;

export type Receipt = {
  readonly driver: string;
  readonly reference: string;
  readonly delivery: SettledDelivery;
};

/** Keeps what was pushed until its SMS is looked at; the first of repeated ones stands. */
export async function keepReceipts(
  db: Kysely<Database>,
  clock: Clock,
  receipts: readonly Receipt[],
): Promise<void> {
  await db.deleteFrom('sms_receipts').where('received_at', '<', isoAfter(clock, -keptMs)).execute();
  if (receipts.length === 0) return;
  await db
    .insertInto('sms_receipts')
    .values(
      receipts.map(({ driver, reference, delivery }) => ({
        driver,
        reference: storable(reference),
        kind: delivery.kind,
        detail: storable(delivery.detail),
        received_at: isoNow(clock),
      })),
    )
    .onConflict((oc) => oc.columns(['driver', 'reference']).doNothing())
    .execute();
}

/** The SMS of these references are looked at now instead of at their time. */
export async function hastenDelivery(
  db: Kysely<Database>,
  clock: Clock,
  driver: string,
  references: readonly string[],
): Promise<void> {
  if (references.length === 0) return;
  await db
    .updateTable('sms_outbox')
    .set({ next_try_at: isoNow(clock) })
    .where('driver', '=', driver)
    .where('state', '=', 'accepted')
    .where('next_try_at', 'is not', null)
    .where('reference', 'in', references.map(storable))
    .execute();
}

/**
 * What was pushed about these SMS. A reference that joins several by commas is of an SMS in several parts: it
 * is delivered when all of them are, and failed when one is.
 */
export async function receiptsOf(
  db: Kysely<Database>,
  driver: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, SettledDelivery>> {
  const parts = [...new Set(references.flatMap(partsOf))];
  if (parts.length === 0) return new Map();
  const rows = await db
    .selectFrom('sms_receipts')
    .select(['reference', 'kind', 'detail'])
    .where('driver', '=', driver)
    .where('reference', 'in', parts)
    .execute();
  const known = new Map(rows.map(({ reference, kind, detail }) => [reference, { kind, detail }]));
  return new Map(
    references.flatMap((reference) => {
      const whole = ofParts(partsOf(reference).map((part) => known.get(part)));
      return whole === undefined ? [] : [[reference, whole]];
    }),
  );
}

function partsOf(reference: string): readonly string[] {
  return reference.split(',');
}

function ofParts(parts: readonly (SettledDelivery | undefined)[]): SettledDelivery | undefined {
  const failed = parts.find((part) => part?.kind === 'failed');
  return failed ?? (parts.every((part) => part !== undefined) ? parts.at(-1) : undefined);
}
