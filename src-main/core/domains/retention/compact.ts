import { join } from 'node:path';
import { sql } from 'kysely';
import { backUp } from '../../db/backup.ts';
import type { OpenStore } from '../../db/open.ts';

/**
 * Writes the store anew without what was erased: SQLite leaves deleted bytes in free pages, in the gaps of others, in
 * the write-ahead log, and words in the segments of a search index. A new backup then stands for the old ones.
 */
export async function compactStore(store: OpenStore, dataDir: string, now: number): Promise<void> {
  for (const index of ['application_search', 'consumer_search'] as const)
    await sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('optimize')`.execute(store.db);
  await sql`vacuum`.execute(store.db);
  await sql`pragma wal_checkpoint(truncate)`.execute(store.db);
  await backUp(store, join(dataDir, 'backups'), now);
}
