import type { Desk } from '../../../../src-shared/contract/session.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Work } from '../../write.ts';
import { documentChanged, readLocal, type SettingsValue, saveLocal } from '../settings/settings.repo.ts';
import { addUser, type NewUser } from '../settings/users.service.ts';

export type Workplace = {
  readonly branch: SettingsValue<'branch'>;
  readonly desks: SettingsValue<'desks'>;
  readonly rooms: SettingsValue<'rooms'>;
  readonly units: SettingsValue<'units'>;
  readonly categories: SettingsValue<'categories'>;
  readonly policy: SettingsValue<'policy'>;
  readonly desk: Desk;
  readonly workstationNo: number;
  readonly users: readonly NewUser[];
  readonly isSample: boolean;
};

export async function isSetUp(db: Reader): Promise<boolean> {
  return (await readLocal(db, 'workstation')) !== undefined;
}

/** The branch's documents, its people and this PC's place in it. */
export async function setUpWorkplace(work: Work, workplace: Workplace, appVersion: string): Promise<void> {
  const { branch, workstationNo, desk, isSample } = workplace;
  const opened = await work.append(
    fact({ kind: 'workstation', id: `${branch.code}-${workstationNo}` }, 'workstation.opened', {
      branchCode: branch.code,
      workstationNo,
      continues: null,
      appVersion,
    }),
  );
  await work.append(documentChanged('branch', branch));
  await work.append(documentChanged('desks', workplace.desks));
  await work.append(documentChanged('rooms', workplace.rooms));
  await work.append(documentChanged('units', workplace.units));
  await work.append(documentChanged('categories', workplace.categories));
  await work.append(documentChanged('policy', workplace.policy));
  for (const user of workplace.users) await addUser(work, user);
  await saveLocal(work.trx, 'workstation', { workstationNo, desk, isSample, setUpAt: opened.at });
}
