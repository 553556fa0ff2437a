import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createTestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { application, registered } from '../testing/facts.ts';
import { createTestClock } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';
import { lockAppends, storeEntries } from './store-entries.ts';

// PGlite has one connection and with it one transaction at a time: there is nothing to prove.
const servers = databaseVarieties().filter(({ kind }) => kind === 'postgresql');
const clock = createTestClock();

describe.each(servers)('the append lock on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, clock);

  async function someoneWaits(): Promise<'waits'> {
    for (;;) {
      const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(
        suite.gateway.db,
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
    const earlier = suite.gateway.db.transaction().execute(async (tx) => {
      await lockAppends(tx);
      await storeEntries(tx, [{ branch: '26', entry }]);
      hold();
      await released;
    });
    await held;
    const later = suite.branch.push(fast.log, fast.entries);
    try {
      expect(await Promise.race([someoneWaits(), later])).toBe('waits');
      expect((await suite.branch.get('/v1/feed')).body.entries).toEqual([]);
    } finally {
      release();
    }
    await earlier;
    await later;
    const { entries } = (await suite.branch.get('/v1/feed')).body;
    expect(entries.map((held: { log: string }) => held.log)).toEqual([slow.log, fast.log]);
  });

  it('lets feeds be read while more counters push than there are connections', async () => {
    const counters = Array.from({ length: 20 }, () => createTestCounter(clock));
    for (const counter of counters) counter.write(registered(application()));
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let hold = () => {};
    const held = new Promise<void>((resolve) => {
      hold = resolve;
    });
    const holding = suite.gateway.db.transaction().execute(async (tx) => {
      await lockAppends(tx);
      hold();
      await released;
    });
    await held;
    const pushes = counters.map(({ log, entries }) => suite.branch.push(log, entries));
    await someoneWaits();
    // Each feed gives the pushes time to take the connections that are left, if they would.
    for (const _ of counters) await suite.branch.get('/v1/feed');
    release();
    await holding;
    const answers = await Promise.all(pushes);
    expect(answers.map(({ status }) => status)).toEqual(counters.map(() => 200));
  });
});
