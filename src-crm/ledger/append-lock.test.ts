import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../create-gateway.ts';
import { createTestCounter } from '../testing/counter.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { application, registered } from '../testing/facts.ts';
import { createTestBranch, createTestClock, openTestGateway, type TestClient } from '../testing/gateway.ts';
import { lockAppends, storeEntries } from './store-entries.ts';

// PGlite has one connection and with it one transaction at a time: there is nothing to prove.
const servers = databaseVarieties().filter(({ kind }) => kind === 'postgresql');
const clock = createTestClock();

describe.each(servers)('the append lock on $name', ({ start }) => {
  let server: DatabaseServer;
  let gateway: Gateway;
  let branch: TestClient;

  beforeAll(async () => {
    server = start();
    gateway = await openTestGateway(await server.create(), { clock });
    branch = await createTestBranch(gateway, '26');
  });
  afterAll(async () => {
    await gateway.stop();
    server.stop();
  });

  async function someoneWaits(): Promise<'waits'> {
    for (;;) {
      const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(
        gateway.db,
      );
      if (rows.length > 0) return 'waits';
      await setImmediate();
    }
  }

  it('keeps a later position from becoming visible before an earlier one', async () => {
    const [slow, fast] = [createTestCounter(clock), createTestCounter(clock)];
    const entry = slow.write(registered(application()));
    fast.write(registered(application()));
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let hold = () => {};
    const held = new Promise<void>((resolve) => {
      hold = resolve;
    });
    const earlier = gateway.db.transaction().execute(async (tx) => {
      await lockAppends(tx);
      await storeEntries(tx, [{ branch: '26', entry }]);
      hold();
      await released;
    });
    await held;
    const later = branch.push(fast.log, fast.entries);
    try {
      expect(await Promise.race([someoneWaits(), later])).toBe('waits');
      expect((await branch.get('/v1/feed')).body.entries).toEqual([]);
    } finally {
      release();
    }
    await earlier;
    await later;
    const { entries } = (await branch.get('/v1/feed')).body;
    expect(entries.map((held: { log: string }) => held.log)).toEqual([slow.log, fast.log]);
  });
});
