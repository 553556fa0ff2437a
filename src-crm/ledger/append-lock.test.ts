import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { hashEntry } from '../../src-shared/ledger/chain.ts';
import { sha256 } from '../lib/ids.ts';
import { createTestCounter, type TestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { application, registered } from '../testing/facts.ts';
import { createTestClock } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';
import type { PlacedEntry } from './entry-rows.ts';
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

  /** Another process that appends and takes its time. */
  async function someoneAppends(placed: readonly PlacedEntry[] = []) {
    const holds = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const appended = suite.gateway.db.transaction().execute(async (tx) => {
      await lockAppends(tx);
      if (placed.length > 0) await storeEntries(tx, placed);
      holds.resolve();
      await released.promise;
    });
    await holds.promise;
    return {
      end: () => {
        released.resolve();
        return appended;
      },
    };
  }

  function countersWithOneEach(count: number) {
    const counters = Array.from({ length: count }, () => createTestCounter(clock));
    for (const counter of counters) counter.write(registered(application()));
    return counters;
  }

  /** All of them wait before the append ends; each feed read gives them time to come, and shows that it can be read. */
  async function pushAtOnce(slices: readonly Pick<TestCounter, 'log' | 'entries'>[]) {
    const appending = await someoneAppends();
    const pushes = slices.map(({ log, entries }) => suite.branch.push(log, entries));
    await someoneWaits();
    for (const _ of slices) expect((await suite.branch.get('/v1/feed')).status).toBe(200);
    await appending.end();
    return (await Promise.all(pushes)).map(({ status }) => status);
  }

  it('keeps a later position from becoming visible before an earlier one', async () => {
    const [slow, fast] = [createTestCounter(clock), createTestCounter(clock)];
    const entry = slow.write(registered(application()));
    fast.write(registered(application()));
    const earlier = await someoneAppends([{ branch: '26', entry }]);
    const later = suite.branch.push(fast.log, fast.entries);
    try {
      expect(await Promise.race([someoneWaits(), later])).toBe('waits');
      expect((await suite.branch.get('/v1/feed')).body.entries).toEqual([]);
    } finally {
      await earlier.end();
    }
    await later;
    const { entries } = (await suite.branch.get('/v1/feed')).body;
    expect(entries.map((held: { log: string }) => held.log)).toEqual([slow.log, fast.log]);
  });

  it('lets feeds be read while more counters push than there are connections, and commits them together', async () => {
    const counters = countersWithOneEach(20);
    expect(new Set(await pushAtOnce(counters))).toEqual(new Set([200]));
    const logs = counters.map(({ log }) => log);
    const { rows } = await sql<{ commits: number; entries: number }>`
      select count(distinct xmin::text)::int as commits, count(*)::int as entries
      from entries where log = any(${logs}::text[])
    `.execute(suite.gateway.db);
    expect(rows[0]?.entries).toBe(20);
    expect(rows[0]?.commits).toBeLessThan(20);
  });

  it('refuses what is at fault and nothing that waited beside it', async () => {
    const counters = countersWithOneEach(4);
    const thief = createTestCounter(clock);
    const own = thief.write(registered(application()));
    const [known] = countersWithOneEach(1);
    await suite.branch.push(known?.log ?? '', known?.entries ?? []);
    const stolen = { ...own, id: known?.entries[0]?.id ?? '' };
    const sealed = { ...stolen, hash: hashEntry(stolen, sha256) };
    const statuses = await pushAtOnce([...counters, { log: thief.log, entries: [sealed] }]);
    expect(statuses).toEqual([200, 200, 200, 200, 422]);
  });
});
