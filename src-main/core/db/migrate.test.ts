import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import { testStoreKey } from '../../testing/make-core.ts';
import { backUp, listBackups } from './backup.ts';
import { migrate } from './migrate.ts';
import { closeStore, type OpenStore, openStore } from './open.ts';

let folder: string;
let store: OpenStore;
const backups = () => join(folder, 'backups');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banko-test-'));
  await mkdir(backups());
  store = openStore(join(folder, 'banko.db'), testStoreKey);
});
afterEach(async () => {
  await closeStore(store);
  await rm(folder, { recursive: true });
});

const addNotes = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable('notes').addColumn('id', 'text').execute();
  },
};
const fails = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable('halves').addColumn('id', 'text').execute();
    throw new Error('a migration with a bug');
  },
};

const run = (list: Parameters<typeof migrate>[2]) =>
  migrate(store, async () => void (await backUp(store, backups(), Date.parse('2026-03-10T07:00:00Z'))), list);

function stateOf({ raw }: OpenStore) {
  return {
    version: raw.pragma('user_version', { simple: true }),
    schema: raw.prepare('select name, sql from sqlite_schema order by name').all(),
    ran: raw.prepare('select name from kysely_migration').all(),
    kept: raw.prepare('select * from local_settings').all(),
  };
}

test('a new store is brought to the schema without a backup of nothing', async () => {
  await run(migrations);
  expect(stateOf(store)).toMatchObject({
    version: Object.keys(migrations).length,
    ran: Object.keys(migrations).map((name) => ({ name })),
  });
  expect(await listBackups(backups())).toEqual([]);
});

test('a store with data is backed up before it is changed, and not when there is nothing to change', async () => {
  await run(migrations);
  store.raw.exec("insert into local_settings values ('k', 'before')");
  await run(migrations);
  expect(await listBackups(backups())).toEqual([]);
  await run({ ...migrations, '9000-notes': addNotes });
  const [backup, ...others] = await listBackups(backups());
  expect(others).toEqual([]);

  const old = openStore(join(backups(), backup?.file ?? ''), testStoreKey);
  expect(stateOf(old)).toMatchObject({
    version: Object.keys(migrations).length,
    kept: [{ key: 'k', value: 'before' }],
  });
  await closeStore(old);
  expect(stateOf(store)).toMatchObject({ version: Object.keys(migrations).length + 1 });
});

test('a failed migration leaves the store as it was, also what ran before it, and the mended one runs', async () => {
  await run(migrations);
  store.raw.exec("insert into local_settings values ('k', 'before')");
  const before = stateOf(store);
  const list = { ...migrations, '9000-notes': addNotes, '9001-halves': fails };
  await expect(run(list)).rejects.toThrow('a migration with a bug');
  expect(stateOf(store)).toEqual(before);
  await expect(run(list)).rejects.toThrow('a migration with a bug');
  expect(stateOf(store)).toEqual(before);

  await run({ ...migrations, '9000-notes': addNotes });
  expect(stateOf(store)).toMatchObject({ version: Object.keys(migrations).length + 1, kept: before.kept });
});

test('a store of a newer version is left alone', async () => {
  await run({ ...migrations, '9000-notes': addNotes });
  const before = stateOf(store);
  await expect(run(migrations)).rejects.toMatchObject({ name: 'StoreTrouble', kind: 'newer' });
  expect(stateOf(store)).toEqual(before);
});
