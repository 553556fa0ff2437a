import type { Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldScreen } from '../../../src-shared/ledger/reduce-screen.ts';
import type { Schema } from '../db/schema.ts';

export async function projectScreen(
  trx: Transaction<Schema>,
  _stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const state = foldScreen(entries);
  if (state === undefined) return;
  const record = {
    id: state.id,
    name: state.name,
    kind: state.kind,
    room_code: state.roomCode,
    token_hash: state.tokenHash,
    added_at: state.addedAt,
    withdrawn_at: state.withdrawnAt,
  };
  await trx
    .insertInto('screens')
    .values(record)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(record))
    .execute();
}
