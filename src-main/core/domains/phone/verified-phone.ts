import { knownEntry } from '../../../../src-shared/ledger/entry-types.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';

/** The number that a check has verified; undefined where it has none. */
export async function verifiedPhone(db: Reader, checkId: string): Promise<string | undefined> {
  for (const entry of await entriesOfStream(db, { kind: 'phone', id: checkId })) {
    const known = knownEntry(entry);
    if (known?.type === 'phone.verified') return known.payload.phone;
  }
  return undefined;
}
