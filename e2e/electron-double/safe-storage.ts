import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { z } from 'zod';
import { outside } from './outside.ts';

type Part = Pick<
  Electron.SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>;
const backends = z.enum(['basic_text', 'gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6', 'unknown']);

/** The desktop's key ring as a file of its user: what another folder's key has sealed does not open. */
export const safeStorage = {
  isEncryptionAvailable: () => outside.keyRing !== 'none',
  getSelectedStorageBackend: () => backends.catch('unknown').parse(outside.keyRing),
  encryptString: (plainText) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', ringKey(), nonce);
    const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  },
  decryptString: (encrypted) => {
    try {
      const decipher = createDecipheriv('aes-256-gcm', ringKey(), encrypted.subarray(0, 12));
      decipher.setAuthTag(encrypted.subarray(12, 28));
      return Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.', {
        cause,
      });
    }
  },
} satisfies Part;

function ringKey(): Buffer {
  if (outside.keyRing === 'none') throw new Error('Encryption is not available.');
  const file = join(outside.userData, 'key-ring');
  try {
    return readFileSync(file);
  } catch {
    mkdirSync(outside.userData, { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600 });
    return readFileSync(file);
  }
}
