import { createHash } from 'node:crypto';
import { DamagedFile } from '../../files/seal.ts';
import { type SealedFiles, sliceCount, sliceLength } from '../../files/sealed-files.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { knownFile } from '../attachment/attachment.repo.ts';

type Files = { readonly db: Reader; readonly files: SealedFiles };

/** Whole and safe from a power cut when it returns. What an earlier try has left under that id goes first. */
export async function writeWhole(
  { files }: Pick<Files, 'files'>,
  id: string,
  bytes: Uint8Array,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const size = bytes.length;
  await files.remove(id);
  for (let index = 0, from = 0; index < sliceCount(size); index += 1) {
    const length = sliceLength(size, index);
    await files.write({ id, size }, index, bytes.subarray(from, from + length));
    from += length;
  }
  await files.sync({ id, size });
  return { size, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Undefined where it was withdrawn, or is not whole on this PC. */
export async function readSealed({ db, files }: Files, id: string): Promise<Uint8Array | undefined> {
  const file = await knownFile(db, id);
  if (file === undefined || file.isWithdrawn) return undefined;
  if ((await files.slices(file)) < sliceCount(file.size)) return undefined;
  try {
    return await files.read(file, 0, file.size);
  } catch (error) {
    if (error instanceof DamagedFile) return undefined;
    throw error;
  }
}
