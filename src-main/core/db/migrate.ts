import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrations as shipped } from '../../../migrations/index.ts';
import type { OpenStore } from './open.ts';
import type { Schema } from './schema.ts';
import { StoreTrouble } from './store-trouble.ts';

/**
 * Brings the store to this program's schema, all of it or nothing.
 * @param beforeChange runs once before the first pending migration touches a store that has data (the backup)
 * @returns whether a store that has data was changed
 * Throws StoreTrouble `newer` for a store that a later version has migrated.
 */
export async function migrate(
  store: OpenStore,
  beforeChange: () => Promise<void>,
  migrations: Readonly<Record<string, Migration>> = shipped,
): Promise<boolean> {
  const known = Object.keys(migrations).length;
  const present = versionOf(store);
  if (present > known) throw new StoreTrouble('newer');
  if (present === known) return false;
  const isUpdate = hasData(store);
  if (isUpdate) await beforeChange();
  await runAll(store.db, migrations);
  store.raw.pragma(`user_version = ${known}`);
  return isUpdate;
}

function versionOf(store: OpenStore): number {
  const version = store.raw.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}

function hasData({ raw }: OpenStore): boolean {
  return raw.prepare('select 1 from sqlite_schema limit 1').get() !== undefined;
}

async function runAll(db: Kysely<Schema>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
