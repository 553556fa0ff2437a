import { join } from 'node:path';
import { closeStore, type OpenStore, openStore } from '../core/db/open.ts';
import { storeFile } from '../core/running-core.ts';
import { type TestCore, testStoreKey } from './make-core.ts';

/** Stops the core and reads its store beside it. */
export async function withStore<T>(test: TestCore, read: (store: OpenStore) => T | Promise<T>): Promise<T> {
  await test.core.stop();
  const store = openStore(join(test.dataDir, storeFile), testStoreKey);
  try {
    return await read(store);
  } finally {
    await closeStore(store);
  }
}

/** How many entries this store's log has, as long as no CRM takes them: all of them are unsent then. */
export async function countEntries(test: TestCore): Promise<number> {
  return (await test.ok('system.connection', {})).crm.unsent;
}
