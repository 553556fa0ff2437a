import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listBackups } from '../../db/backup.ts';

const dayMillis = 86_400_000;
/** So long an older copy is kept after a run, for the case that the store itself breaks. */
export const copiesKeptDays = 30;

/** A whole store beside the store: a backup, or one that a recovery has set aside or exported. */
export type StoreCopy = { readonly name: string; readonly at: string };

const folderPattern = /^(?:set-aside|export)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/;

export async function storeCopies(dataDir: string): Promise<readonly StoreCopy[]> {
  const backups = await listBackups(join(dataDir, 'backups'));
  const folders = (await readdir(dataDir)).flatMap((name) => {
    const [, day, hours, minutes, seconds, rest] = folderPattern.exec(name) ?? [];
    return day === undefined ? [] : [{ name, at: `${day}T${hours}:${minutes}:${seconds}.${rest}` }];
  });
  return [...backups.map(({ file, at }) => ({ name: join('backups', file), at })), ...folders];
}

/** Until when copies from before an erasure stay. */
export function copiesGoAt(erasedAt: string): string {
  return new Date(Date.parse(erasedAt) + copiesKeptDays * dayMillis).toISOString();
}

/**
 * Removes the copies that still hold what was erased, once their time is over: never all of them, since the erasure
 * made a new backup.
 * @param erasures when runs were erased here, ISO
 */
export async function rotateCopies(
  dataDir: string,
  erasures: readonly string[],
  nowIso: string,
): Promise<void> {
  const over = erasures
    .filter((at) => copiesGoAt(at) <= nowIso)
    .toSorted()
    .at(-1);
  if (over === undefined) return;
  const copies = await storeCopies(dataDir);
  const isCurrentThere = copies.some(({ name, at }) => name.startsWith('backups') && at >= over);
  if (!isCurrentThere) return;
  for (const { name, at } of copies)
    if (at < over) await rm(join(dataDir, name), { recursive: true, force: true });
}
