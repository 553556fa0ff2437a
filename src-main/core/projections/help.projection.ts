import type { Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldHelp } from '../../../src-shared/ledger/reduce-help.ts';
import type { Schema } from '../db/schema.ts';

export async function projectHelp(
  trx: Transaction<Schema>,
  _stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const state = foldHelp(entries);
  if (state === undefined) return;
  const record = {
    id: state.id,
    status: state.status,
    desk_code: state.desk.deskCode,
    desk_name: state.desk.deskName,
    called_at: state.calledAt,
    answering_desk_code: state.answeredBy?.deskCode ?? null,
    answering_desk_name: state.answeredBy?.deskName ?? null,
    ended_at: state.endedAt,
  };
  await trx
    .insertInto('help_calls')
    .values(record)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(record))
    .execute();
}
