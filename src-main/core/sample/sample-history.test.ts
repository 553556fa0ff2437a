import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workLists } from '../../../src-shared/contract/application.ts';
import { succeed } from '../../../src-shared/contract/errors.ts';
import { applicationStates } from '../../../src-shared/ledger/application-moves.ts';
import { emptyHead, followChain } from '../../../src-shared/ledger/chain.ts';
import { createHybridClock } from '../../../src-shared/ledger/hybrid-clock.ts';
import { foldApplication } from '../../../src-shared/ledger/reduce-application.ts';
import { foldTicket } from '../../../src-shared/ledger/reduce-ticket.ts';
import { ticketStates } from '../../../src-shared/ledger/ticket-moves.ts';
import { deadlineState } from '../../../src-shared/rules/deadline.ts';
import { mayCall } from '../../../src-shared/rules/queue-order.ts';
import { localDay } from '../../../src-shared/text/format.ts';
import { loadCatalogue } from '../catalogue/catalogue.ts';
import { migrate } from '../db/migrate.ts';
import { type OpenStore, openStore } from '../db/open.ts';
import { countList } from '../domains/application/application.repo.ts';
import { documentChanged } from '../domains/settings/settings.repo.ts';
import { ticketsOfDay } from '../domains/ticket/ticket.repo.ts';
import { sha256 } from '../ledger/digest.ts';
import { entriesOfLog } from '../ledger/entries.repo.ts';
import { openLog, ownHead } from '../ledger/own-log.ts';
import { rebuildProjections } from '../projections/project.ts';
import { createWriter, type Writer } from '../write.ts';
import { createRandom } from './random.ts';
import { sampleBranch } from './sample-branch.ts';
import { sampleHistory } from './sample-history.ts';
import { sampleUuid } from './sample-ids.ts';
import { sealHistory } from './seal-history.ts';
import { writeHistory } from './write-history.ts';

const now = Date.parse('2026-11-18T11:05:00Z');
const log = '01900000-0000-7000-8000-0000000000aa';
const catalogue = loadCatalogue();
const folder = mkdtempSync(join(tmpdir(), 'banko-sample-'));
const random = createRandom('test');
const ids = { uuid: () => sampleUuid(random, now), randomBytes: (length: number) => random.bytes(length) };
const clock = { now: () => now, after: () => () => {} };
const users = [
  { id: 'u-1', role: 'reception' },
  { id: 'u-2', role: 'clerk' },
  { id: 'u-3', role: 'clerk' },
] as const;
let store: OpenStore;
let writer: Writer;

beforeAll(async () => {
  store = openStore(join(folder, 'banko.db'), randomBytes(32));
  await migrate(store, async () => {});
  await store.db.transaction().execute((trx) => openLog(trx, log));
  const hybridClock = createHybridClock('test', clock.now);
  writer = createWriter({ store, ports: { clock, ids }, hybridClock, announce: () => {} });
  await writer.write('system', async (work) => {
    await work.append(documentChanged('branch', sampleBranch.branch));
    await writeHistory(work, sampleHistory({ users, branch: sampleBranch.branch, now, catalogue }));
    await work.append(documentChanged('rooms', sampleBranch.rooms));
    return succeed(null);
  });
});

afterAll(async () => {
  await store.db.destroy();
  rmSync(folder, { recursive: true });
});

async function tables() {
  const { db } = store;
  return {
    applications: await db.selectFrom('applications').selectAll().orderBy('id').execute(),
    consumers: await db.selectFrom('consumers').selectAll().orderBy('id').execute(),
    installations: await db.selectFrom('consumer_installations').selectAll().execute(),
    tickets: await db.selectFrom('tickets').selectAll().execute(),
    prints: await db.selectFrom('print_jobs').selectAll().execute(),
  };
}

test('the history stands in the own log between what was written before and after it, chained', async () => {
  const head = await ownHead(store.db);
  const entries = await entriesOfLog(store.db, log, 0, 100_000);
  expect(followChain(emptyHead(log), entries, sha256)).toEqual({ head });
  expect([entries[0]?.stream.id, entries.at(-1)?.stream.id]).toEqual(['branch', 'rooms']);
  expect(entries.length).toBeGreaterThan(4_000);
});

test('there are applications in every state and on every work list', async () => {
  const rows = await store.db.selectFrom('applications').select('status').execute();
  const states = new Set<string>(rows.map(({ status }) => status));
  expect(applicationStates.filter((state) => !states.has(state))).toEqual([]);
  const nowIso = new Date(now).toISOString();
  const counts = await Promise.all(
    // What nobody took in time is written by the core that runs on the store.
    workLists
      .filter((list) => list !== 'escalated')
      .map(async (list) => [list, await countList(store.db, list, nowIso)] as const),
  );
  expect(counts.filter(([, count]) => count === 0)).toEqual([]);
  expect(rows).toHaveLength(400);
});

test.each([
  ['right after midnight', '2026-11-22T21:07:00Z'],
  ['on a holiday', '2026-05-28T08:00:00Z'],
  ['at night in the new year', '2026-01-02T03:30:00Z'],
])('a sample made %s has every state, something due today and a queue of that day', (_, at) => {
  const made = [...sampleHistory({ users, branch: sampleBranch.branch, now: Date.parse(at), catalogue })];
  expect(Math.max(...made.map((fact) => fact.at))).toBeLessThan(Date.parse(at));
  const streams = Map.groupBy(sealHistory(made, emptyHead(log)), ({ stream }) => stream.id);
  const applications = [...streams.values()].flatMap((entries) => foldApplication(entries) ?? []);
  const states = new Set<string>(applications.map(({ status }) => status));
  expect(applicationStates.filter((state) => !states.has(state))).toEqual([]);
  const open = applications.filter(({ closing }) => closing === null);
  const deadlines = new Set(open.map(({ registration }) => deadlineState(registration.dueAt, at)));
  expect(deadlines).toEqual(new Set(['on_time', 'at_risk', 'overdue']));
  const tickets = [...streams.values()].flatMap((entries) => foldTicket(entries) ?? []);
  expect(new Set(tickets.map(({ serviceDay }) => serviceDay))).toEqual(new Set([localDay(at)]));
  expect(tickets.filter(({ status }) => status === 'waiting')).toHaveLength(5);
});

test('today some have been served, nobody is at a desk, one is in a meeting room, a handful wait and every other end is there', async () => {
  const tickets = await ticketsOfDay(store.db, '2026-11-18', ticketStates);
  const byState = Map.groupBy(tickets, ({ status }) => status);
  const counts = ticketStates.map((state) => [state, byState.get(state)?.length ?? 0]);
  expect(Object.fromEntries(counts)).toEqual({
    ...{ waiting: 5, called: 0, serving: 1, held: 1, served: 8, no_show: 1, cancelled: 1 },
  });
  expect(tickets.filter(({ transfers }) => transfers > 0)).toMatchObject([
    { status: 'serving', target: { kind: 'room', code: 'G1' }, desk: { deskCode: 'G1' } },
    { status: 'waiting' },
  ]);
  const meetings = await store.db.selectFrom('meetings').selectAll().execute();
  expect(meetings).toMatchObject([{ status: 'in_progress', room_code: 'G1', has_room_conflict: 0 }]);
  // The one who did not come may still do so.
  const endedAt = Date.parse(byState.get('no_show')?.[0]?.endedAt ?? '');
  expect(now - endedAt).toBeLessThan(30 * 60_000);
});

test('nobody was called by a desk that does not serve them, and no desk served two at a time', async () => {
  const atDesks = (await ticketsOfDay(store.db, '2026-11-18', ['served', 'held', 'no_show'])).flatMap(
    (ticket) => (ticket.desk === null ? [] : [{ ...ticket, deskCode: ticket.desk.deskCode }]),
  );
  expect(atDesks).toHaveLength(10);
  const { categories } = sampleBranch;
  expect(atDesks.filter((ticket) => !mayCall(ticket.deskCode, ticket, categories))).toEqual([]);
  for (const one of atDesks) {
    const calledAt = one.calledAt ?? '';
    const meanwhile = atDesks.filter(
      (other) =>
        other.deskCode === one.deskCode &&
        (other.calledAt ?? '') < calledAt &&
        (other.heldAt ?? other.endedAt ?? '') > calledAt,
    );
    expect(meanwhile).toEqual([]);
  }
});

test('no document waits for a printer or went to one, since the sample has none: the screen showed them', async () => {
  const states = await store.db.selectFrom('print_jobs').select('state').distinct().execute();
  expect(states).toEqual([{ state: 'shown' }]);
});

test('the projections are what a rebuild from the ledger gives', async () => {
  const before = await tables();
  await store.db.transaction().execute(rebuildProjections);
  const after = await tables();
  const plain = (rows: Awaited<ReturnType<typeof tables>>) => ({
    ...rows,
    applications: rows.applications.map(({ row_id: _, ...row }) => row),
    consumers: rows.consumers.map(({ row_id: _, ...row }) => row),
  });
  expect(plain(after)).toEqual(plain(before));
});
