import { randomBytes } from 'node:crypto';
import { KeyTrouble, type Secrets } from '../core/ports.ts';
import { lostKey, readOwnFile } from './own-file.ts';
import { writeOnce } from './write-once.ts';

const keyLength = 32;

/**
 * The store's key in a file of its own, where the system offers no safe of its own: readable by its owner
 * alone, or refused.
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
  const key = await readOwnFile(file);
  if (key === undefined) return undefined;
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
