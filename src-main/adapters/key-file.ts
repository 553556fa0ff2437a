import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { KeyTrouble, type Secrets } from '../core/ports.ts';
import { writeOnce } from './write-once.ts';

const keyLength = 32;

/**
 * The store's key in a file of its own, where the system offers no safe of its own: readable by its owner
 * alone, or refused. On Windows the folder's access list decides; a file's mode says nothing there.
 */
export function createKeyFile(file: string): Secrets {
  return {
    storeKey: async (mustExist = false) => {
      const key = await readKey(file);
      if (key !== undefined) return key;
      if (mustExist) throw lostKey(file);
      return makeKey(file);
    },
  };
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadableKey(file, error);
  });
  if (found === undefined) return undefined;
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new KeyTrouble(
      `Anahtar dosyasını başkaları da okuyabiliyor: ${file}. Yalnız sahibine izin verip (chmod 600) yeniden deneyin.`,
    );
  const key = await readFile(file).catch((error: unknown) => {
    throw unreadableKey(file, error);
  });
  if (key.length !== keyLength)
    throw new KeyTrouble(
      `Anahtar dosyası bozuk: ${file} (${key.length} bayt, ${keyLength} olmalı). Dosyanın yedeğini yerine koyup yeniden deneyin.`,
    );
  return new Uint8Array(key);
}

async function makeKey(file: string): Promise<Uint8Array> {
  await writeOnce(file, randomBytes(keyLength));
  const key = await readKey(file);
  if (key === undefined) throw new KeyTrouble(`Anahtar dosyası yazılamadı: ${file}`);
  return key;
}

export function lostKey(file: string): KeyTrouble {
  return new KeyTrouble(
    `Anahtar dosyası bulunamadı: ${file}. Kayıt deposu yalnız onunla açılır. Dosyanın yedeğini yerine koyup yeniden deneyin.`,
  );
}

export function unreadableKey(file: string, error: unknown): KeyTrouble {
  return new KeyTrouble(
    `Anahtar dosyası okunamıyor: ${file} (${codeOf(error)}). Dosyayı ve izinlerini denetleyip yeniden deneyin.`,
    { cause: error },
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
