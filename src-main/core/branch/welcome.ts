import type { z } from 'zod';
import { succeed } from '../../../src-shared/contract/errors.ts';
import { fact } from '../../../src-shared/ledger/entry-types.ts';
import { readLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import type { Fingerprint } from '../lan-port.ts';
import { entryOf, type Reader } from '../ledger/entries.repo.ts';
import type { Writer } from '../write.ts';
import { branchPcs, selfOf } from './branch.repo.ts';
import type { credentialsSchema, joinBackSchema, joinSchema } from './messages.ts';
import type { PairingDesk } from './pairing-desk.ts';

type Services = { readonly db: Reader; readonly writer: Writer; readonly desk: PairingDesk };

/**
 * Makes a PC that has proven the code one of the branch, and gives it what it needs before its first exchange.
 * Asked again after a lost answer it says the same.
 */
export async function welcome(
  { db, writer, desk }: Services,
  from: Fingerprint,
  { workstationNo: wanted }: z.infer<typeof joinSchema>,
): Promise<z.infer<typeof joinBackSchema>> {
  const { branchCode } = await selfOf(db);
  const pcs = (await branchPcs(db)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const known = pcs.find(({ fingerprint }) => fingerprint === from);
  const taken = new Set(pcs.filter((pc) => pc !== known).map((pc) => pc.workstationNo));
  const free = firstFree(taken) ?? null;
  const workstationNo = wanted === 0 ? (known?.workstationNo ?? free) : wanted;
  if (workstationNo === null || taken.has(workstationNo)) return { kind: 'number_taken', free };
  const said = desk.selfOf(from)?.name ?? '';
  const name = said === '' ? (known?.name ?? `Bilgisayar ${workstationNo}`) : said;
  if (known?.workstationNo !== workstationNo || known.name !== name)
    await writer.write(systemActor, async (work) => {
      await work.append(fact({ kind: 'pc', id: from }, 'pc.trusted', { name, workstationNo }));
      return succeed(null);
    });
  desk.joined(from);
  const entries = await db
    .selectFrom('entries')
    .selectAll()
    .where('stream_kind', 'in', ['settings', 'branch', 'pc'])
    .orderBy('position')
    .execute();
  return {
    kind: 'welcome',
    branchCode,
    workstationNo,
    isSample: (await readLocal(db, 'workstation'))?.isSample ?? false,
    entries: entries.map(entryOf),
    crm: (await readLocal(db, 'crm')) ?? null,
  };
}

/** Hashes alone leave this PC, and to PCs of the branch alone. */
export async function credentialsToShare(db: Reader): Promise<z.infer<typeof credentialsSchema>> {
  const rows = await db.selectFrom('credentials').select(['user_id', 'password_hash', 'pin_hash']).execute();
  return {
    credentials: rows.map((row) => ({
      userId: row.user_id,
      passwordHash: row.password_hash,
      pinHash: row.pin_hash,
    })),
  };
}

function firstFree(taken: ReadonlySet<number>): number | undefined {
  for (let number = 1; number <= 99; number += 1) if (!taken.has(number)) return number;
  return undefined;
}
