import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { closeStore, openStore } from '../../src-main/core/db/open.ts';

/** `node read-store.ts <folder>`; its own program, since the test runner can't load SQLite. */
const [, , dataDir = ''] = process.argv;
const store = openStore(join(dataDir, 'banko.db'), await readFile(join(dataDir, 'store.key')));
const tables = z
  .array(z.object({ name: z.string() }))
  .parse(store.raw.prepare("select name from sqlite_schema where type = 'table'").all());
const rows = tables.flatMap(({ name }) => store.raw.prepare(`select * from "${name}"`).all());
await closeStore(store);
process.stdout.write(`${JSON.stringify(rows.map((row) => JSON.stringify(row)))}\n`);
