import type { Kysely, Transaction } from 'kysely';
import { canonicalJson, type Json } from '../../src-shared/ledger/canonical-json.ts';
import type { Database } from '../db/schema.ts';
import { type Clock, isoAfter, isoNow } from '../lib/clock.ts';
import { sha256 } from '../lib/ids.ts';

/** How long a request that comes again is known; a replay comes within seconds, a stubborn queue within days. */
const keptMs = 30 * 86_400_000;

/** One intent to register, however often it is sent. */
export type RequestId = { readonly keyId: string; readonly idempotencyKey: string };

export type Taken = {
  readonly applicationId: string;
  readonly applicationNo: string;
  readonly trackingCode: string;
  readonly dueAt: string;
};

export type KnownRequest = { readonly bodyHash: string; readonly takenAt: string; readonly taken: Taken };

/** The body itself is not kept: it is in the ledger, and is erased there. */
export function bodyHashOf({ keyId, idempotencyKey }: RequestId, body: Json): string {
  return sha256(canonicalJson([keyId, idempotencyKey, body]));
}

/** Undefined where it has not been answered with an application, or that was too long ago. */
export async function findRequest(
  db: Kysely<Database> | Transaction<Database>,
  clock: Clock,
  { keyId, idempotencyKey }: RequestId,
): Promise<KnownRequest | undefined> {
  const row = await db
    .selectFrom('intake_requests')
    .selectAll()
    .where('key_id', '=', keyId)
    .where('idempotency_key', '=', idempotencyKey)
    .where('created_at', '>', isoAfter(clock, -keptMs))
    .executeTakeFirst();
  return (
    row && {
      bodyHash: row.body_hash,
      takenAt: row.created_at,
      taken: {
        applicationId: row.application_id,
        applicationNo: row.application_no,
        trackingCode: row.tracking_code,
        dueAt: row.due_at,
      },
    }
  );
}

/** Keeps what was answered, and forgets what is too old. The transaction holds the append lock. */
export async function keepRequest(
  tx: Transaction<Database>,
  clock: Clock,
  { keyId, idempotencyKey }: RequestId,
  { bodyHash, taken }: Omit<KnownRequest, 'takenAt'>,
): Promise<void> {
  await tx.deleteFrom('intake_requests').where('created_at', '<=', isoAfter(clock, -keptMs)).execute();
  await tx
    .insertInto('intake_requests')
    .values({
      key_id: keyId,
      idempotency_key: idempotencyKey,
      body_hash: bodyHash,
      application_id: taken.applicationId,
      application_no: taken.applicationNo,
      tracking_code: taken.trackingCode,
      due_at: taken.dueAt,
      created_at: isoNow(clock),
    })
    .execute();
}
