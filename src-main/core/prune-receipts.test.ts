import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHybridClock } from '../../src-shared/ledger/hybrid-clock.ts';
import { makeCore, type TestCore } from '../testing/make-core.ts';
import { createRecordingLog } from '../testing/recording-log.ts';
import { withStore } from '../testing/store.ts';
import { setUp } from '../testing/workplace.ts';
import type { OpenStore } from './db/open.ts';
import { createJobFailed } from './job-failed.ts';
import {
  createReceiptPruning,
  receiptsKeptMillis,
  receiptsPerSlice,
  slicePauseMillis,
} from './prune-receipts.ts';
import { createWriter } from './write.ts';

let counter: TestCore;
const admin = { window: 'admin' };
const ticket = { categoryCode: 'general', priority: false };
const day = 86_400_000;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
});
afterEach(() => counter.remove());

async function issue(commandId: string): Promise<string> {
  return (await counter.ok('ticket.issue', ticket, { ...admin, commandId })).ticket.label;
}

async function restartAndSignIn(): Promise<void> {
  counter = await counter.reopen();
  counter.core.start();
  counter = await counter.reopen();
  await counter.ok('session.signIn', { username: 'yonetici', password: 'yonetici-parolasi' }, admin);
}

test('a command is answered by its receipt for thirty days, and no longer after the next start', async () => {
  expect(await issue('one-intent-0001')).toBe('A101');
  counter.clock.advance(receiptsKeptMillis);
  await restartAndSignIn();
  expect(await issue('one-intent-0001')).toBe('A101');
  counter.clock.advance(1);
  await restartAndSignIn();
  expect((await counter.ok('ticket.queue', {}, admin)).issuedToday).toBe(0);
  await issue('one-intent-0001');
  expect((await counter.ok('ticket.queue', {}, admin)).issuedToday).toBe(1);
});

function pruningOf(store: OpenStore) {
  const { clock, ports } = counter;
  const hybridClock = createHybridClock('test', clock.now);
  const writer = createWriter({ store, ports, hybridClock, announce: () => {} });
  const { log, lines } = createRecordingLog();
  const jobFailed = createJobFailed(log, () => {});
  return { pruning: createReceiptPruning({ db: store.db, writer, clock, jobFailed }), lines };
}

function keep(store: OpenStore, name: string, count: number, at: number): void {
  const insert = store.raw.prepare("insert into receipts values (?, 'ticket.issue', 'u', '{}', ?)");
  for (let made = 0; made < count; made += 1) insert.run(`${made}-${name}`, new Date(at).toISOString());
}

function countOf(store: OpenStore, name: string): unknown {
  return store.raw.prepare('select count(*) from receipts where command_id like ?').pluck().get(`%-${name}`);
}

test('many old receipts go slice by slice, with a pause between, and the others stay', async () => {
  await withStore(counter, async (store) => {
    const { clock } = counter;
    keep(store, 'old', 2 * receiptsPerSlice, clock.now() - receiptsKeptMillis - 1);
    keep(store, 'new', receiptsPerSlice, clock.now());
    const { pruning } = pruningOf(store);
    const left: unknown[] = [];
    pruning.start();
    for (let slice = 1; slice <= 4; slice += 1) {
      await pruning.idle();
      left.push(countOf(store, 'old'));
      clock.advance(slicePauseMillis - 1);
      await pruning.idle();
      expect(countOf(store, 'old')).toBe(left.at(-1));
      clock.advance(1);
    }
    await pruning.stop();
    expect(left[0]).toBeGreaterThanOrEqual(receiptsPerSlice);
    expect(left.at(-1)).toBe(0);
    expect(left).toEqual(left.toSorted((a, b) => Number(b) - Number(a)));
    expect(countOf(store, 'new')).toBe(receiptsPerSlice);
  });
});

test('a program that runs for months prunes every day', async () => {
  await withStore(counter, async (store) => {
    const { clock } = counter;
    const { pruning } = pruningOf(store);
    pruning.start();
    await pruning.idle();
    keep(store, 'old', 3, clock.now() - receiptsKeptMillis);
    clock.advance(day - 1);
    await pruning.idle();
    expect(countOf(store, 'old')).toBe(3);
    clock.advance(1);
    await pruning.idle();
    expect(countOf(store, 'old')).toBe(0);
    await pruning.stop();
  });
});

test('a day on which it fails is logged, and the next day it is tried again', async () => {
  await withStore(counter, async (store) => {
    const { clock } = counter;
    keep(store, 'old', 1, clock.now() - receiptsKeptMillis - 1);
    store.raw.exec('alter table receipts rename to elsewhere');
    const { pruning, lines } = pruningOf(store);
    pruning.start();
    await pruning.idle();
    expect(lines).toMatchObject([{ level: 'error', message: 'receipts were not pruned' }]);
    store.raw.exec('alter table elsewhere rename to receipts');
    clock.advance(day);
    await pruning.idle();
    expect(countOf(store, 'old')).toBe(0);
    await pruning.stop();
  });
});
