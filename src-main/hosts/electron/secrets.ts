import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { safeStorage } from 'electron';
import { lostKey, unreadableKey } from '../../adapters/own-file.ts';
import { writeOnce } from '../../adapters/write-once.ts';
import { KeyTrouble, type Secrets } from '../../core/ports.ts';

const keyLength = 32;

/** The store's key, sealed by the system: DPAPI, Keychain, or the desktop's key ring. */
export function createSafeSecrets(file: string): Secrets {
  return {
    storeKey: async (mustExist = false) => {
      refuseWithoutSafe();
      const sealed = await readSealed(file);
      if (sealed === undefined && mustExist) throw lostKey(file);
      return unseal(file, sealed ?? (await makeSealed(file)));
    },
  };
}

function unseal(file: string, sealed: Buffer): Uint8Array {
  const broken = `Anahtar dosyası bozuk ya da başka bir kullanıcının: ${file}. Dosyanın yedeğini yerine koyup yeniden deneyin.`;
  let key: Buffer;
  try {
    key = Buffer.from(safeStorage.decryptString(sealed), 'base64');
  } catch (error) {
    throw new KeyTrouble(broken, { cause: error });
  }
  if (key.length !== keyLength) throw new KeyTrouble(broken);
  return new Uint8Array(key);
}

/** Without a safe the key would lie beside the data in the open; then rather not start. */
function refuseWithoutSafe(): void {
  const isOpen = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (!safeStorage.isEncryptionAvailable() || isOpen)
    throw new KeyTrouble(
      'Bu oturumda parola kasası (anahtarlık) yok; kayıtların anahtarı güvenle saklanamaz. ' +
        'Anahtarlık hizmetini kurup açın ya da Banko’yu tarayıcıda çalıştırın.',
    );
}

async function readSealed(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unreadableKey(file, error);
  }
}

async function makeSealed(file: string): Promise<Buffer> {
  await writeOnce(file, safeStorage.encryptString(randomBytes(keyLength).toString('base64')));
  return readFile(file);
}
