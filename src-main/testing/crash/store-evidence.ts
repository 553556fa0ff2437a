import { join } from 'node:path';
import { sql } from 'kysely';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { createKeyFile } from '../../adapters/key-file.ts';
import { type OpenStore, openStore } from '../../core/db/open.ts';
import { entryOf } from '../../core/ledger/entries.repo.ts';
import { type Verification, verifyLedger } from '../../core/ledger/verify.ts';
import { rebuildProjections } from '../../core/projections/project.ts';
import { storeFile } from '../../core/running-core.ts';

export type CrashEvidence = {
  readonly entries: readonly Entry[];
  readonly verification: Verification;
  /** The screens' tables as the killed process left them, and folded anew from the ledger. */
  readonly projections: { readonly left: object; readonly rebuilt: object };
};

const tables = [
  'users',
  'settings',
  'tickets',
  'applications',
  'consumers',
  'consumer_installations',
  'print_jobs',
] as const;

/** All entries that a process which has ended holds, in the order of their arrival there. */
export async function readEntries(dataDir: string): Promise<readonly Entry[]> {
  const store = await openAfter(dataDir);
  try {
    return await entriesOf(store);
  } finally {
    await store.db.destroy();
  }
}

/** What a dead process has left in its data folder. */
export async function readAfterCrash(dataDir: string): Promise<CrashEvidence> {
  const store = await openAfter(dataDir);
  try {
    const entries = await entriesOf(store);
    const left = await tablesOf(store);
    await store.db.transaction().execute((trx) => rebuildProjections(trx));
    const rebuilt = await tablesOf(store);
    const verification = await verifyLedger(store.db);
    return { entries, verification, projections: { left, rebuilt } };
  } finally {
    await store.db.destroy();
  }
}

async function openAfter(dataDir: string): Promise<OpenStore> {
  return openStore(join(dataDir, storeFile), await createKeyFile(join(dataDir, 'store.key')).storeKey());
}

async function entriesOf({ db }: OpenStore): Promise<readonly Entry[]> {
  const rows = await db.selectFrom('entries').selectAll().orderBy('position').execute();
  return rows.map(entryOf);
}

async function tablesOf({ db }: OpenStore): Promise<object> {
  const contents: Record<string, readonly string[]> = {};
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    contents[table] = rows.map(({ row_id, ...row }) => JSON.stringify(row)).sort();
  }
  return contents;
}
