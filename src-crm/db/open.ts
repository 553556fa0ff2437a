import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';

/** A PostgreSQL server by URL (or socket folder), or PGlite in a folder of its own. */
export type DatabaseSource = { readonly url: string } | { readonly folder: string };
export type DatabaseKind = 'postgresql' | 'pglite';

export type OpenDatabase = {
  readonly db: Kysely<Database>;
  readonly kind: DatabaseKind;
  readonly close: () => Promise<void>;
};

const int8 = 20;

/** Opens and migrates. Throws where the database can't be reached, is not UTF-8 or is from a newer version. */
export async function openDatabase(
  source: DatabaseSource,
  onPoolError: (error: Error) => void,
): Promise<OpenDatabase> {
  const opened = 'url' in source ? openServer(source.url, onPoolError) : openFolder(source.folder);
  try {
    await requireUtf8(opened.db);
    await migrate(opened.db);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function openServer(url: string, onPoolError: (error: Error) => void): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // Positions, sequences and counts stay far below 2^53.
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that the server ends would otherwise take the process down.
  pool.on('error', onPoolError);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, kind: 'postgresql', close: () => db.destroy() };
}

function openFolder(folder: string): OpenDatabase {
  const unlock = lockFolder(folder);
  const pglite = new PGlite(pgliteFolder(folder), { parsers: { [int8]: Number } });
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
  return {
    db,
    kind: 'pglite',
    close: async () => {
      await db.destroy();
      unlock();
    },
  };
}

/** Beside the lock file, so that PGlite's own folder holds nothing of ours. */
export function pgliteFolder(folder: string): string {
  return join(folder, 'pglite');
}

async function requireUtf8(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8')
    throw new Error(`Veritabanının kodlaması UTF8 olmalı, ${encoding ?? 'bilinmiyor'} bulundu.`);
}
