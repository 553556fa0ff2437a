import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export class FolderInUse extends Error {}

/**
 * PGlite does not notice a second process in its folder, and both would write over each other's pages.
 * @returns what gives the folder free again
 * @throws FolderInUse while another live process holds it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'gateway.lock');
  if (!tryCreate(path)) {
    const holder = Number(readFileSync(path, 'utf8'));
    if (isAlive(holder)) {
      throw new FolderInUse(
        `Bu klasörü başka bir ağ geçidi süreci kullanıyor (süreç ${holder}). Önce onu durdurun ya da başka bir klasör seçin: ${folder}`,
      );
    }
    rmSync(path, { force: true });
    if (!tryCreate(path))
      throw new FolderInUse(`Bu klasörü az önce başka bir süreç açtı. Yeniden deneyin: ${folder}`);
  }
  return () => rmSync(path, { force: true });
}

function tryCreate(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
