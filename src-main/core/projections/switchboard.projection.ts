import type { Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldCall, foldContact } from '../../../src-shared/ledger/reduce-switchboard.ts';
import type { Schema } from '../db/schema.ts';

export async function projectContact(
  trx: Transaction<Schema>,
  _stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const state = foldContact(entries);
  if (state === undefined) return;
  if (state.isRemoved) {
    await trx.deleteFrom('contacts').where('id', '=', state.id).execute();
    return;
  }
  const record = {
    id: state.id,
    kind: state.kind,
    name: state.name,
    department: state.department,
    title: state.title,
    extension: state.extension,
    direct_phone: state.directPhone,
    sip: state.sip,
    backup_id: state.backupId,
    availability: state.availability,
    back_on: state.backOn,
    note: state.note,
  };
  await trx
    .insertInto('contacts')
    .values(record)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(record))
    .execute();
}

export async function projectCall(
  trx: Transaction<Schema>,
  _stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const state = foldCall(entries);
  if (state === undefined) return;
  if (state.isWithdrawn) {
    await trx.deleteFrom('call_transfers').where('id', '=', state.id).execute();
    return;
  }
  const record = {
    id: state.id,
    at: state.at,
    actor: state.actor,
    contact_id: state.contactId,
    contact_name: state.contactName,
    department: state.department,
    outcome: state.outcome,
    application_id: state.applicationId,
    note: state.note,
  };
  await trx
    .insertInto('call_transfers')
    .values(record)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(record))
    .execute();
}
