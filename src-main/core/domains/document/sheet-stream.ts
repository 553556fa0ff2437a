import type { AskedSheet } from '../../../../src-shared/contract/document.ts';
import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { readDocument, readLocal } from '../settings/settings.repo.ts';

/** On whose stream a sheet's print jobs stand; of a blank form on this PC's own, since it is about nothing else. */
export async function streamOfSheet(db: Reader, sheet: AskedSheet): Promise<Stream> {
  if (sheet.applicationId !== null) return { kind: 'application', id: sheet.applicationId };
  const [branch, workstation] = [await readDocument(db, 'branch'), await readLocal(db, 'workstation')];
  return { kind: 'workstation', id: `${branch?.code ?? ''}-${workstation?.workstationNo ?? 0}` };
}
