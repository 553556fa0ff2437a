import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Secrets } from '../core/ports.ts';
import { writeOnce } from './write-once.ts';

const keyLength = 32;

/**
 * The store's key in a file of its own, where the system offers no safe of its own: readable by its owner
 * alone, or refused. On Windows the folder's access list decides; a file's mode says nothing there.
 */
export function createKeyFile(file: string): Secrets {
  return {
    storeKey: async () => (await readKey(file)) ?? (await makeKey(file)),
  };
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new Error(
      `Anahtar dosyasını başkaları da okuyabiliyor: ${file}. Yalnız sahibine izin verin (chmod 600) ve yeniden başlatın.`,
    );
  const key = await readFile(file);
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

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
