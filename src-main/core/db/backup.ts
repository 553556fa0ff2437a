import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OpenStore } from './open.ts';

export type BackupFile = { readonly file: string; readonly at: string; readonly bytes: number };

const pattern = /^banko-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3})Z\.db$/;
const kept = 14;

/**
 * Copies the store, encrypted with the same key, while work goes on. The file appears under its name only
 * when it is whole.
 * @returns the file's name in `folder`
 */
export async function backUp(store: OpenStore, folder: string, now: number): Promise<string> {
  const name = `banko-${new Date(now).toISOString().replace(/[:.]/g, '-').replace(/Z$/, '')}Z.db`;
  const partial = join(folder, `${name}.partial`);
  await rm(partial, { force: true });
  try {
    // Through the store's own queue: SQLite refuses to copy in the middle of a transaction.
    await sql`vacuum into ${partial}`.execute(store.db);
    await rename(partial, join(folder, name));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  const surplus = (await listBackups(folder)).slice(kept);
  await Promise.all(surplus.map((backup) => rm(join(folder, backup.file), { force: true })));
  return name;
}

/**
 * A backup of the store as it is now: the newest one where nothing was written since, so that an update which
 * fails at each try does not push out the older ones.
 */
export async function backUpOnce(store: OpenStore, folder: string, now: number): Promise<string> {
  const [newest] = await listBackups(folder);
  const isCurrent =
    newest !== undefined && (await lastWrite(store.raw.name)) < (await mtimeOf(join(folder, newest.file)));
  return isCurrent ? newest.file : backUp(store, folder, now);
}

async function lastWrite(file: string): Promise<number> {
  const log = await stat(`${file}-wal`).catch(() => undefined);
  // Opening the store may make an empty log.
  return Math.max(await mtimeOf(file), log === undefined || log.size === 0 ? 0 : log.mtimeMs);
}

async function mtimeOf(file: string): Promise<number> {
  return (await stat(file)).mtimeMs;
}

/** Newest first. */
export async function listBackups(folder: string): Promise<readonly BackupFile[]> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name));
  const files = await Promise.all(
    names.map(async (file) => ({ file, at: timeOf(file), bytes: (await stat(join(folder, file))).size })),
  );
  return files.sort((a, b) => (a.file < b.file ? 1 : -1));
}

function timeOf(file: string): string {
  const [, stamp = ''] = pattern.exec(file) ?? [];
  const [day = '', time = ''] = stamp.split('T');
  const [hours = '', minutes = '', seconds = '', millis = ''] = time.split('-');
  return `${day}T${hours}:${minutes}:${seconds}.${millis}Z`;
}
