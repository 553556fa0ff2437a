import type { Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldHub, foldPc } from '../../../src-shared/ledger/reduce-branch.ts';
import type { Schema } from '../db/schema.ts';

export async function projectHub(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const hub = foldHub(entries);
  if (hub === undefined) return;
  const record = {
    branch_code: stream.id,
    fingerprint: hub.fingerprint,
    name: hub.name,
    workstation_no: hub.workstationNo,
    epoch: hub.epoch,
    appointed_at: hub.appointedAt,
  };
  await trx
    .insertInto('branch_hubs')
    .values(record)
    .onConflict((conflict) => conflict.column('branch_code').doUpdateSet(record))
    .execute();
}

export async function projectPc(
  trx: Transaction<Schema>,
  _stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const pc = foldPc(entries);
  if (pc === undefined) return;
  const record = {
    fingerprint: pc.fingerprint,
    name: pc.name,
    workstation_no: pc.workstationNo,
    trusted_at: pc.trustedAt,
    withdrawn_at: pc.withdrawnAt,
  };
  await trx
    .insertInto('branch_pcs')
    .values(record)
    .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(record))
    .execute();
}
