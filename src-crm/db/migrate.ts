import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as ledger from '../migrations/0001-ledger.ts';
import * as access from '../migrations/0002-access.ts';
import * as sms from '../migrations/0003-sms.ts';
import * as ownLogsAndNames from '../migrations/0004-own-logs-and-names.ts';
import * as smsDrivers from '../migrations/0005-sms-drivers.ts';
import * as attachments from '../migrations/0006-attachments.ts';
import * as intake from '../migrations/0007-intake.ts';
import * as phoneChecks from '../migrations/0008-phone-checks.ts';
import * as escalated from '../migrations/0009-escalated.ts';
import * as destruction from '../migrations/0010-destruction.ts';
import type { Database } from './schema.ts';

const migrations: Record<string, Migration> = {
  '0001-ledger': ledger,
  '0002-access': access,
  '0003-sms': sms,
  '0004-own-logs-and-names': ownLogsAndNames,
  '0005-sms-drivers': smsDrivers,
  '0006-attachments': attachments,
  '0007-intake': intake,
  '0008-phone-checks': phoneChecks,
  '0009-escalated': escalated,
  '0010-destruction': destruction,
};

/** The database was migrated by a newer gateway than this one. */
export class NewerDatabase extends Error {}

/** Throws where a migration fails or the database is from a newer gateway. Nothing is half done. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  await refuseNewer(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function refuseNewer(db: Kysely<Database>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return;
  const applied = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  if (applied.some(({ name }) => !Object.hasOwn(migrations, name))) {
    throw new NewerDatabase(
      'Veritabanı daha yeni bir sürümle açılmış. Ağ geçidini güncelleyin; veriye dokunulmadı.',
    );
  }
}
