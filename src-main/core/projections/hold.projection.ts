import type { Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldHold } from '../../../src-shared/ledger/reduce-hold.ts';
import type { Schema } from '../db/schema.ts';

/** Which streams are under a legal hold. */
export async function projectHold(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  if (!entries.some(({ type }) => type.startsWith('hold.'))) return;
  const hold = foldHold(entries);
  await trx
    .deleteFrom('holds')
    .where('stream_kind', '=', stream.kind)
    .where('stream_id', '=', stream.id)
    .execute();
  if (hold === null) return;
  const { at, actor, reason, reference } = hold;
  await trx
    .insertInto('holds')
    .values({
      stream_kind: stream.kind,
      stream_id: stream.id,
      placed_at: at,
      placed_by: actor,
      reason,
      reference,
    })
    .execute();
}
