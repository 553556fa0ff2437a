import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProgram, stopProgram } from './processes.ts';

const pageBytes = 4_096;

/** Changes bytes in each page but the first, as a dying disk would. */
export async function damageStore(dataDir: string): Promise<void> {
  const file = join(dataDir, 'banko.db');
  const bytes = await readFile(file);
  for (let at = pageBytes + 2_000; at < bytes.length; at += pageBytes) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  await writeFile(file, bytes);
}

/** As a later version leaves the store behind. Gives the version that it was of. */
export async function changeStoreVersion(dataDir: string, version: number): Promise<number> {
  const { ready, child } = await startProgram<{ readonly before: number }>(
    'e2e/support/change-store-version.ts',
    [dataDir, String(version)],
  );
  await stopProgram(child);
  return ready.before;
}
