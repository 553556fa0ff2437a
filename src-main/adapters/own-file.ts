import { readFile, stat } from 'node:fs/promises';

/**
 * Reads a file of secrets, undefined where there is none. One that others could read is refused. On Windows
 * the folder's access list decides; a file's mode says nothing there.
 */
export async function readOwnFile(file: string): Promise<Buffer | undefined> {
  const found = await stat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new Error(
      `Anahtar dosyasını başkaları da okuyabiliyor: ${file}. Yalnız sahibine izin verin (chmod 600) ve yeniden başlatın.`,
    );
  return readFile(file);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
