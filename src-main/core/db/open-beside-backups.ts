import { join } from 'node:path';
import { listBackups } from './backup.ts';
import { type OpenStore, openStore, opensWith } from './open.ts';
import { StoreTrouble, troubleKindOf } from './store-trouble.ts';

/**
 * Opens the store as `openStore` does. A wrong key and a damaged beginning are one to SQLite; the backups, which
 * have the same key, tell: where it opens one, the store is damaged; where it opens none, the key is wrong.
 */
export async function openBesideBackups(
  file: string,
  key: Uint8Array,
  backupFolder: string,
): Promise<OpenStore> {
  try {
    return openStore(file, key);
  } catch (error) {
    if (troubleKindOf(error) !== 'wrong_key_or_damaged') throw error;
    const backups = await listBackups(backupFolder);
    if (backups.length === 0) throw error;
    const isKeyRight = backups.some((backup) => opensWith(join(backupFolder, backup.file), key));
    throw new StoreTrouble(isKeyRight ? 'damaged' : 'wrong_key', error);
  }
}
