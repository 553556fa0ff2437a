import { readFile, stat } from 'node:fs/promises';
import { KeyTrouble } from '../core/ports.ts';

/**
 * Reads a file of secrets, undefined where there is none. One that others could read is refused. On Windows
 * the folder's access list decides; a file's mode says nothing there. Throws KeyTrouble.
 */
export async function readOwnFile(file: string): Promise<Buffer | undefined> {
  const found = await stat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadableKey(file, error);
  });
  if (found === undefined) return undefined;
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new KeyTrouble(
      `Anahtar dosyasını başkaları da okuyabiliyor: ${file}. Yalnız sahibine izin verip (chmod 600) yeniden deneyin.`,
    );
  return readFile(file).catch((error: unknown) => {
    throw unreadableKey(file, error);
  });
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
