import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestClock } from '../../testing/test-clock.ts';
import { migrate } from './migrate.ts';
import { closeStore, type OpenStore, openStore } from './open.ts';
import { createUpkeep, quietMillis } from './upkeep.ts';

let folder: string;
let store: OpenStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banko-test-'));
  store = openStore(join(folder, 'banko.db'), new Uint8Array(32).fill(7));
  await migrate(store, async () => {});
});
afterEach(async () => {
  await closeStore(store);
  await rm(folder, { recursive: true });
});

function commit(count: number): void {
  const insert = store.raw.prepare('insert into application_search (rowid, body) values (?, ?)');
  for (let at = 1; at <= count; at += 1) insert.run(at, `ayse yilmaz${at} cadde`);
}

const segments = () =>
  store.raw.prepare('select count(distinct segid) from application_search_idx').pluck().get();
const found = () => store.raw.prepare("select rowid from application_search('yilmaz17 cadde')").pluck().all();
const storeBytes = () => statSync(join(folder, 'banko.db')).size;

function refuseErrors(error: unknown): void {
  throw error;
}

test('commits leave the index and the write-ahead log to the first quiet moment', () => {
  const clock = createTestClock();
  const upkeep = createUpkeep(store.raw, clock, refuseErrors);
  const before = storeBytes();
  commit(40);
  upkeep.wrote();
  expect(segments()).toBe(40);
  expect(storeBytes()).toBe(before);

  clock.advance(quietMillis);
  clock.advance(0);
  expect(segments()).toBeLessThan(4);
  expect(storeBytes()).toBeGreaterThan(before);
  expect(found()).toEqual([17]);
});

test('whoever goes on saving is not made to wait', () => {
  const clock = createTestClock();
  const upkeep = createUpkeep(store.raw, clock, refuseErrors);
  commit(20);
  for (let at = 0; at < 5; at += 1) {
    upkeep.wrote();
    clock.advance(quietMillis - 1);
  }
  expect(segments()).toBe(20);
  clock.advance(1);
  expect(segments()).toBeLessThan(4);
});

test('an open transaction puts it off', () => {
  const clock = createTestClock();
  const upkeep = createUpkeep(store.raw, clock, refuseErrors);
  store.raw.exec('begin');
  commit(20);
  upkeep.wrote();
  clock.advance(quietMillis);
  store.raw.exec('rollback');
  expect(found()).toEqual([]);

  commit(20);
  clock.advance(quietMillis);
  expect(segments()).toBeLessThan(4);
  expect(found()).toEqual([17]);
});

test('nothing is done after the stop', () => {
  const clock = createTestClock();
  const upkeep = createUpkeep(store.raw, clock, refuseErrors);
  commit(20);
  upkeep.wrote();
  upkeep.stop();
  clock.advance(quietMillis);
  expect(segments()).toBe(20);
});

test('what goes wrong is told', () => {
  const clock = createTestClock();
  const told: unknown[] = [];
  const upkeep = createUpkeep(store.raw, clock, (error) => told.push(error));
  store.raw.exec('drop table consumer_search');
  upkeep.wrote();
  clock.advance(quietMillis);
  expect(told).toHaveLength(1);
});
