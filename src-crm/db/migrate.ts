import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as ledger from '../migrations/0001-ledger.ts';
import * as access from '../migrations/0002-access.ts';
import * as sms from '../migrations/0003-sms.ts';
import type { Database } from './schema.ts';

const migrations: Record<string, Migration> = {
  '0001-ledger': ledger,
  '0002-access': access,
  '0003-sms': sms,
};

/** Throws where a migration fails, or where the database was migrated by a newer gateway. Nothing is half done. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
