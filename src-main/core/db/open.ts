import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { StoreDialect } from './dialect.ts';
import type { Schema } from './schema.ts';
import { StoreTrouble, troubleKindOf } from './store-trouble.ts';

export type OpenStore = { readonly db: Kysely<Schema>; readonly raw: Database.Database };

/** Long enough for a program that is just ending; one that is at work holds the store all day. */
const busyMillis = 1_000;

/**
 * Opens or makes the encrypted store. One process at a time: the lock is held until it is closed.
 * Throws StoreTrouble.
 * @param key 32 bytes
 */
export function openStore(file: string, key: Uint8Array): OpenStore {
  let raw: Database.Database | undefined;
  try {
    raw = new Database(file, { timeout: busyMillis });
    prepare(raw, key);
    return { db: new Kysely<Schema>({ dialect: new StoreDialect(raw) }), raw };
  } catch (error) {
    raw?.close();
    throw new StoreTrouble(troubleKindOf(error) ?? 'unreadable', error);
  }
}

/**
 * Whether that key opens that file; damage behind its first page is no matter here. Changes nothing, and does
 * not throw.
 */
export function opensWith(file: string, key: Uint8Array): boolean {
  let raw: Database.Database | undefined;
  try {
    raw = new Database(file, { readonly: true, fileMustExist: true });
    unlock(raw, key);
    raw.prepare('select count(*) from sqlite_schema').get();
    return true;
  } catch (error) {
    return troubleKindOf(error) === 'damaged';
  } finally {
    raw?.close();
  }
}

/** Kysely closes only what it has used; the lock must go also where it has not run one query. */
export async function closeStore({ db, raw }: OpenStore): Promise<void> {
  await db.destroy();
  raw.close();
}

function unlock(raw: Database.Database, key: Uint8Array): void {
  raw.pragma("cipher = 'aegis'");
  raw.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

function prepare(raw: Database.Database, key: Uint8Array): void {
  unlock(raw, key);
  raw.pragma('locking_mode = exclusive');
  raw.pragma('journal_mode = wal');
  // Acknowledged means on the disk, also after a power cut.
  raw.pragma('synchronous = full');
  raw.pragma('foreign_keys = on');
  raw.pragma('trusted_schema = off');
  raw.pragma('temp_store = memory');
  raw.pragma('cache_size = -65536');
  // The upkeep does it when nobody waits; this is for the day on which there is no such moment.
  raw.pragma('wal_autocheckpoint = 8000');
  // Takes the exclusive lock now, and fails here rather than in the middle of work where the key is wrong.
  raw.exec('begin immediate; commit');
}
