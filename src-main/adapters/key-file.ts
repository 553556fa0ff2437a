import { randomBytes } from 'node:crypto';
import type { Secrets } from '../core/ports.ts';
import { readOwnFile } from './own-file.ts';
import { writeOnce } from './write-once.ts';

const keyLength = 32;

/**
 * The store's key in a file of its own, where the system offers no safe of its own: readable by its owner
 * alone, or refused.
 */
export function createKeyFile(file: string): Secrets {
  return {
    storeKey: async () => (await readKey(file)) ?? (await makeKey(file)),
  };
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  const key = await readOwnFile(file);
  if (key === undefined) return undefined;
  if (key.length !== keyLength)
    throw new Error(
      `Anahtar dosyası bozuk: ${file} (${key.length} bayt, ${keyLength} olmalı). Yedeğini geri koyun.`,
    );
  return new Uint8Array(key);
}

async function makeKey(file: string): Promise<Uint8Array> {
  await writeOnce(file, randomBytes(keyLength));
  const key = await readKey(file);
  if (key === undefined) throw new Error(`Anahtar dosyası yazılamadı: ${file}`);
  return key;
}
