import { join } from 'node:path';
import type { NewEntry } from '../../src-shared/ledger/entry.ts';
import { createHybridClock } from '../../src-shared/ledger/hybrid-clock.ts';
import { closeStore, type OpenStore, openStore } from '../core/db/open.ts';
import { storeFile } from '../core/running-core.ts';
import { createWriter } from '../core/write.ts';
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

/** Stops the core and writes facts that no call of this version makes, as another PC of the branch may have. */
export async function writeFacts(test: TestCore, facts: readonly NewEntry[]): Promise<void> {
  await withStore(test, async (store) => {
    const [last] = await store.db
      .selectFrom('entries')
      .select((select) => select.fn.max('recorded_at').as('stamp'))
      .execute();
    const hybridClock = createHybridClock('other', test.clock.now, last?.stamp ?? undefined);
    const writer = createWriter({ store, ports: test.ports, hybridClock, announce: () => {} });
    await writer.write('other', async (work) => {
      for (const fact of facts) await work.append(fact);
      return { ok: true, value: null };
    });
  });
}

/** How many entries this store's log has, as long as no CRM takes them: all of them are unsent then. */
export async function countEntries(test: TestCore): Promise<number> {
  return (await test.ok('system.connection', {})).crm.unsent;
}
