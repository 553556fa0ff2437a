import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testStoreKey } from '../../../testing/make-core.ts';
import { filesWith } from '../../../testing/retention/traces.ts';
import { migrate } from '../../db/migrate.ts';
import { closeStore, openStore } from '../../db/open.ts';
import { compactStore } from './compact.ts';

test('words that were deleted from a search stay in its segments until the store is written anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banko-test-'));
  await mkdir(join(folder, 'backups'));
  const store = openStore(join(folder, 'banko.db'), testStoreKey);
  await migrate(store, async () => {});
  const insert = store.raw.prepare('insert into application_search (rowid, body) values (?, ?)');
  for (let row = 1; row <= 300; row += 1) insert.run(BigInt(row), `zulfikar${row} kalan${row}`);
  store.raw.exec('delete from application_search where rowid <= 299');
  store.raw.pragma('wal_checkpoint(truncate)');
  expect(await filesWith(folder, ['zulfikar'], testStoreKey)).toEqual(['banko.db']);
  store.raw.exec('delete from application_search');
  await compactStore(store, folder, Date.parse('2026-03-10T07:00:00.000Z'));
  expect(await filesWith(folder, ['zulfikar'], testStoreKey)).toEqual([]);
  await closeStore(store);
  await rm(folder, { recursive: true });
});
