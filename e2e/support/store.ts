import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProgram, stopProgram, untilEnded } from './processes.ts';

const pageBytes = 4_096;

/** Changes bytes in each page but the first, as a dying disk would. */
export async function damageStore(dataDir: string): Promise<void> {
  const file = join(dataDir, 'banko.db');
  const bytes = await readFile(file);
  for (let at = pageBytes + 2_000; at < bytes.length; at += pageBytes) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  await writeFile(file, bytes);
}

/** Changes bytes of the first page, without which nothing else can be read. */
export async function damageBeginning(dataDir: string): Promise<void> {
  const file = join(dataDir, 'banko.db');
  const bytes = await readFile(file);
  for (let at = 200; at < 216; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  await writeFile(file, bytes);
}

/** As a later version leaves the store behind. Gives the version that it was of. */
export function changeStoreVersion(dataDir: string, version: number): Promise<number> {
  return changeStore(dataDir, `pragma user_version = ${version}`);
}

/** The store forgets that it was ever brought to this version's schema, so that doing it again fails. Gives what mends it. */
export async function breakUpdate(dataDir: string): Promise<() => Promise<unknown>> {
  const version = await changeStore(
    dataDir,
    `create table ran as select * from kysely_migration;
    delete from kysely_migration;
    pragma user_version = 0`,
  );
  return () =>
    changeStore(
      dataDir,
      `insert into kysely_migration select * from ran;
      drop table ran;
      pragma user_version = ${version}`,
    );
}

/** What no version of ours writes, where each start reads. Gives what mends it. */
export async function writeNonsense(dataDir: string): Promise<() => Promise<unknown>> {
  await changeStore(dataDir, "insert into local_settings values ('feed', '{')");
  return () => changeStore(dataDir, "delete from local_settings where key = 'feed'");
}

/** As the sync leaves it behind where this store was restored from a backup and went on working. */
export async function writeForkNotice(dataDir: string): Promise<void> {
  const notice = { kind: 'fork', log: 'l', at: '2026-03-10T07:00:00.000Z', acknowledged: null };
  await changeStore(dataDir, `insert into local_settings values ('notices', '${JSON.stringify([notice])}')`);
}

/** A document of the branch as a newer Banko on another PC might write it, which this one can't read. */
export async function writeNewerDocument(dataDir: string, document: string): Promise<void> {
  await changeStore(
    dataDir,
    `update settings set value = '{"written":"newer"}' where document = '${document}'`,
  );
}

async function changeStore(dataDir: string, sql: string): Promise<number> {
  const { ready, child } = await startProgram<{ readonly version: number }>('e2e/support/change-store.ts', [
    dataDir,
    sql,
  ]);
  await stopProgram(child);
  return ready.version;
}

/** Every row of every table of a store that nobody has open, as JSON. */
export async function readStore(dataDir: string): Promise<readonly string[]> {
  const { ready, child } = await startProgram<readonly string[]>('e2e/support/read-store.ts', [dataDir]);
  await untilEnded(child);
  return ready;
}
