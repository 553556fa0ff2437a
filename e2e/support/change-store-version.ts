import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closeStore, openStore } from '../../src-main/core/db/open.ts';

/** `node change-store-version.ts <folder> <version>`; its own program, since the test runner can't load SQLite. */
const [, , dataDir = '', version = ''] = process.argv;
const store = openStore(join(dataDir, 'banko.db'), await readFile(join(dataDir, 'store.key')));
const before = Number(store.raw.pragma('user_version', { simple: true }));
store.raw.pragma(`user_version = ${Number(version)}`);
await closeStore(store);
process.stdout.write(`${JSON.stringify({ before })}\n`);
