import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { readDocument, readLocal } from '../domains/settings/settings.repo.ts';
import type { Fingerprint, LanSelf } from '../lan-port.ts';
import { entryOf, type Reader } from '../ledger/entries.repo.ts';

export type BranchHub = {
  readonly fingerprint: Fingerprint;
  readonly name: string;
  readonly workstationNo: number;
  readonly epoch: number;
  readonly appointedAt: string;
};

export type BranchPc = {
  readonly fingerprint: Fingerprint;
  readonly name: string;
  readonly workstationNo: number;
  readonly trustedAt: string;
  readonly withdrawnAt: string | null;
};

/** Undefined where every PC of the branch works alone. */
export async function branchHub(db: Reader): Promise<BranchHub | undefined> {
  const branch = await readDocument(db, 'branch');
  if (branch === undefined) return undefined;
  const row = await db
    .selectFrom('branch_hubs')
    .selectAll()
    .where('branch_code', '=', branch.code)
    .executeTakeFirst();
  return (
    row && {
      fingerprint: row.fingerprint,
      name: row.name,
      workstationNo: row.workstation_no,
      epoch: row.epoch,
      appointedAt: row.appointed_at,
    }
  );
}

/** Also those that were withdrawn, by workstation number. */
export async function branchPcs(db: Reader): Promise<readonly BranchPc[]> {
  const rows = await db
    .selectFrom('branch_pcs')
    .selectAll()
    .orderBy('workstation_no')
    .orderBy('trusted_at')
    .execute();
  return rows.map((row) => ({
    fingerprint: row.fingerprint,
    name: row.name,
    workstationNo: row.workstation_no,
    trustedAt: row.trusted_at,
    withdrawnAt: row.withdrawn_at,
  }));
}

/** What trust and authority in the branch follow from; every PC tells it to the others first of all. */
export async function branchEntries(db: Reader): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('stream_kind', 'in', ['branch', 'pc'])
    .orderBy('position')
    .execute();
  return rows.map(entryOf);
}

/** What this PC says of itself; '' and 0 before it is set up. */
export async function selfOf(db: Reader): Promise<LanSelf> {
  const branch = await readDocument(db, 'branch');
  const workstation = await readLocal(db, 'workstation');
  return {
    branchCode: branch?.code ?? '',
    workstationNo: workstation?.workstationNo ?? 0,
    name: workstation?.desk.deskName ?? '',
  };
}
