import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { FeedPage } from '../../src-shared/contract/gateway.ts';
import { emptyHead, followChain } from '../../src-shared/ledger/chain.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import { createApiKey } from '../access/api-keys.ts';
import type { Gateway } from '../create-gateway.ts';
import { sha256 } from '../lib/ids.ts';
import { actAsTeam, type TeamAction } from '../team/team-actions.ts';
import { createTestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { application, registered, routed } from '../testing/facts.ts';
import { createTestClient, createTestClock, openTestGateway } from '../testing/gateway.ts';

// A folder is what gets copied; a server's backup is restored by its own tools, to the same effect.
const server = databaseVarieties()
  .find(({ kind }) => kind === 'pglite')
  ?.start();
const ayse = { username: 'ayse', displayName: 'Ayşe Demir', role: 'team', teamCode: 'AYD' } as const;

let clock: ReturnType<typeof createTestClock>;
let folder: string;
let backup: string;
let root: string;
let gateway: Gateway;
let apiKey: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'banko-restored-'));
});
beforeEach(async () => {
  clock = createTestClock();
  const source = await server?.create();
  if (source === undefined || !('folder' in source)) throw new Error('PGlite is always there');
  ({ folder } = source);
  backup = mkdtempSync(join(root, 'backup-'));
  gateway = await openTestGateway({ folder }, { clock });
  ({ apiKey } = await createApiKey(gateway.db, clock, '26'));
  return () => gateway.stop();
});
afterAll(() => {
  server?.stop();
  rmSync(root, { recursive: true, force: true });
});

async function restart(between = () => {}): Promise<void> {
  await gateway.stop();
  between();
  clock.forward(60_000);
  gateway = await openTestGateway({ folder }, { clock });
}
const backUp = () => restart(() => cpSync(folder, backup, { recursive: true }));
const restore = () =>
  restart(() => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(backup, folder, { recursive: true });
  });

function client() {
  return createTestClient(gateway, apiKey);
}
async function push(counter: ReturnType<typeof createTestCounter>): Promise<void> {
  expect((await client().push(counter.log, counter.entries)).status).toBe(200);
}
async function act(id: string, action: TeamAction): Promise<void> {
  expect(await actAsTeam(gateway, ayse, id, action)).toBe('done');
}
function counterWith(id: string) {
  const counter = createTestCounter(clock);
  counter.write(registered(application(id)));
  counter.write(routed(application(id)));
  return counter;
}

/** A counter as far as the feed goes: knows entries by id and goes on from where it was. */
function createReader() {
  const held = new Map<string, Entry>();
  let after = '';
  return {
    held,
    /** @returns how many entries came, and whether the gateway began again */
    poll: async () => {
      let came = 0;
      let hasRestarted = false;
      for (;;) {
        const page: FeedPage = (await client().get(`/v1/feed?limit=2&after=${after}`)).body;
        for (const entry of page.entries) held.set(entry.id, entry);
        came += page.entries.length;
        after = page.next;
        hasRestarted ||= page.isRestart;
        if (!page.hasMore) return { came, hasRestarted };
      }
    },
  };
}

it('gives no number of its own log twice after a restore, and the counters get all it wrote before and after', async () => {
  const reader = createReader();
  await push(counterWith('a'));
  await act('a', { kind: 'take' });
  await backUp();
  await act('a', { kind: 'answer', text: 'Yedekten sonra' });
  await reader.poll();
  await restore();
  await act('a', { kind: 'answer', text: 'Geri yüklenince' });
  await act('a', { kind: 'answer', text: 'Geri yüklenince' });
  await reader.poll();

  const own = [...reader.held.values()].filter((entry) => entry.actor === 'team:AYD/Ayşe Demir');
  expect(own.map((entry) => entry.payload)).toMatchObject([
    { teamCode: 'AYD', member: 'ayse' },
    { answer: 'Yedekten sonra' },
    { answer: 'Geri yüklenince' },
  ]);
  const places = own.map(({ log, seq }) => `${log} ${seq}`);
  expect(places).toEqual([...new Set(places)]);
  for (const [log, entries] of Map.groupBy(own, (entry) => entry.log))
    expect(followChain(emptyHead(log), entries, sha256)).toHaveProperty('head');
});

it('begins another log where what it wrote last was not kept', async () => {
  await push(counterWith('b'));
  await act('b', { kind: 'take' });
  const lost = gateway.db.transaction().execute(async (tx) => {
    const fact = routed(application('b'));
    await gateway.ownLog.append(tx, [{ branch: '26', actor: 'gateway', fact }]);
    throw new Error('rolled back');
  });
  await expect(lost).rejects.toThrow('rolled back');
  await act('b', { kind: 'answer', text: 'Bitti' });
  await act('b', { kind: 'answer', text: 'Bitti' });
  const logs = await gateway.db.selectFrom('logs').select('seq').where('is_own', '=', true).execute();
  expect(logs).toEqual([{ seq: 1 }, { seq: 1 }]);
});

it('goes on from a cursor after a restart that lost nothing', async () => {
  const reader = createReader();
  await push(counterWith('c'));
  expect(await reader.poll()).toEqual({ came: 2, hasRestarted: false });
  await restart();
  await push(counterWith('d'));
  expect(await reader.poll()).toEqual({ came: 2, hasRestarted: false });
  expect(await reader.poll()).toEqual({ came: 0, hasRestarted: false });
});

it('says that it begins again where it has forgotten the entry at a cursor', async () => {
  const reader = createReader();
  await push(counterWith('e'));
  await backUp();
  const forgotten = counterWith('f');
  await push(forgotten);
  await reader.poll();
  await restore();
  expect(await reader.poll()).toEqual({ came: 2, hasRestarted: true });
  await push(forgotten);
  expect(await reader.poll()).toEqual({ came: 2, hasRestarted: false });
});

it('hides nothing new below an entry that came back where it had been', async () => {
  const reader = createReader();
  await backUp();
  const [first, second, fresh] = [counterWith('g'), counterWith('h'), counterWith('i')];
  await push(first);
  await push(second);
  await reader.poll();
  await restore();
  // As many entries as the first had, so that the second's would come to lie where they lay.
  await push(fresh);
  await push(second);
  await push(first);
  await reader.poll();
  const all = [first, second, fresh].flatMap((counter) => counter.entries);
  expect([...reader.held.keys()].sort()).toEqual(all.map((entry) => entry.id).sort());
});
