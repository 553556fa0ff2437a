import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** How much longer a slice is when it is sealed. */
export const sealBytes = nonceBytes + tagBytes;
export const saltBytes = 16;

/** The bytes on the disk are not those that were written: cut off, changed, moved, or under another key. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** Which slice of which file this is; bound into its seal, so that none can stand in for another or be left out. */
export type SliceName = {
  readonly fileId: string;
  readonly index: number;
  readonly isLast: boolean;
  /** Bytes of the whole file. */
  readonly size: number;
};

/**
 * The key of one file. From the store's key, so that whoever has the store's key and the file alone can read it: a
 * store restored from a backup older than the file still can.
 * @param storeKey 32 bytes
 * @param salt 16 random bytes that stand in the file; a file that is begun anew gets another key
 */
export function fileKey(storeKey: Uint8Array, salt: Uint8Array, fileId: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', storeKey, salt, `banko attachment ${fileId}`, 32));
}

/**
 * AES-256-GCM: nonce, cipher text, tag. The nonce is random, since a slice may be written again with other bytes when
 * an upload is repeated after a power cut; with at most 80 slices under one key it will not come twice.
 */
export function sealSlice(key: Uint8Array, name: SliceName, nonce: Uint8Array, plain: Uint8Array): Buffer {
  if (nonce.length !== nonceBytes) throw new Error('A nonce has 12 bytes');
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(bound(name));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws DamagedFile where it is not exactly what `sealSlice` gave under that key and name. */
export function openSlice(key: Uint8Array, name: SliceName, sealed: Uint8Array): Buffer {
  if (sealed.length < sealBytes) throw new DamagedFile('A slice is cut off');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes))
    .setAAD(bound(name))
    .setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new DamagedFile('A slice does not verify');
  }
}

function bound({ fileId, index, isLast, size }: SliceName): Buffer {
  return Buffer.from(`${fileId}/${index}/${isLast ? 'last' : 'more'}/${size}`);
}
