import type { Migration } from 'kysely/migration';
import { backUpOnce } from './backup.ts';
import { migrate } from './migrate.ts';
import type { OpenStore } from './open.ts';
import { StoreTrouble, troubleKindOf, troubleSentences } from './store-trouble.ts';

/**
 * Brings the store to this program's schema, with a backup before, and says whether it was an earlier one's. Throws StoreTrouble: `update_failed`, naming
 * that backup, where a migration has a bug; the store is then as it was.
 */
export async function updateStore(
  store: OpenStore,
  backupFolder: string,
  now: number,
  migrations?: Readonly<Record<string, Migration>>,
): Promise<boolean> {
  let backup = '';
  const beforeChange = async () => {
    backup = await backUpOnce(store, backupFolder, now);
  };
  try {
    return await migrate(store, beforeChange, migrations);
  } catch (error) {
    if (troubleKindOf(error) !== undefined) throw error;
    const kept = backup === '' ? '' : ` Güncellemeden önce ${backup} adlı yedek alındı.`;
    throw new StoreTrouble('update_failed', error, `${troubleSentences.update_failed}${kept}`);
  }
}
