import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../src-main/core/db/migrate.ts';
import { closeStore, type OpenStore, openStore } from '../src-main/core/db/open.ts';

let folder: string;
let store: OpenStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banko-test-'));
  store = openStore(join(folder, 'banko.db'), new Uint8Array(32).fill(7));
  await migrate(store, async () => {});
});
afterAll(async () => {
  await closeStore(store);
  await rm(folder, { recursive: true });
});

test('the schema that all migrations lead to is the committed one', async () => {
  const statements = store.raw
    .prepare('select sql from sqlite_schema where sql is not null order by type desc, name')
    .pluck()
    .all();
  await expect(`${statements.join(';\n\n')};\n`).toMatchFileSnapshot('./schema.snap');
});

test('every table of ours is strict', () => {
  const loose = store.raw
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 order by name",
    )
    .pluck()
    .all();
  // SQLite's own, and the two in which Kysely keeps what has run.
  expect(loose).toEqual(['kysely_migration', 'kysely_migration_lock', 'sqlite_schema']);
});

test('every foreign key holds, and the file is sound', () => {
  expect(store.raw.pragma('foreign_key_check')).toEqual([]);
  expect(store.raw.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
