import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closeStore, openStore } from '../../src-main/core/db/open.ts';

/** `node change-store.ts <folder> <sql>`; its own program, since the test runner can't load SQLite. */
const [, , dataDir = '', sql = ''] = process.argv;
const store = openStore(join(dataDir, 'banko.db'), await readFile(join(dataDir, 'store.key')));
const version = Number(store.raw.pragma('user_version', { simple: true }));
store.raw.exec(sql);
await closeStore(store);
process.stdout.write(`${JSON.stringify({ version })}\n`);
