import type { AskedSheet } from '../../../../src-shared/contract/document.ts';
import { type Stream, shiftStream } from '../../../../src-shared/ledger/entry.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { readDocument, readLocal } from '../settings/settings.repo.ts';

/** On whose stream a sheet's print jobs stand; of a blank form on this PC's own, since it is about nothing else. */
export async function streamOfSheet(db: Reader, sheet: AskedSheet): Promise<Stream> {
  const branchCode = (await readDocument(db, 'branch'))?.code ?? '';
  if (sheet.document === 'shift_report') return shiftStream(branchCode, sheet.day);
  if (sheet.applicationId !== null) return { kind: 'application', id: sheet.applicationId };
  const workstation = await readLocal(db, 'workstation');
  return { kind: 'workstation', id: `${branchCode}-${workstation?.workstationNo ?? 0}` };
}
