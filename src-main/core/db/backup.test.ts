import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../testing/make-core.ts';
import { anApplication, comeBack, setUp } from '../../testing/workplace.ts';

let counter: TestCore;
const admin = { window: 'admin' };
const backups = () => readdir(join(counter.dataDir, 'backups'));

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
});
afterEach(() => counter.remove());

test('a backup is taken while work goes on, whole and encrypted', async () => {
  const [{ file }, ...registered] = await Promise.all([
    counter.ok('system.backUp', {}, admin),
    ...Array.from({ length: 5 }, () => counter.ok('application.register', anApplication(), admin)),
  ]);
  expect(new Set(registered.map((one) => one.applicationNo)).size).toBe(5);
  const bytes = await readFile(join(counter.dataDir, 'backups', file));
  expect(bytes.includes('SQLite format 3')).toBe(false);
  expect(bytes.includes('Eskişehir')).toBe(false);
  expect(bytes.includes('entries')).toBe(false);
});

test('of many backups the newest fourteen are kept', async () => {
  const taken: string[] = [];
  for (let day = 0; day < 16; day += 1) {
    taken.push((await counter.ok('system.backUp', {}, admin)).file);
    counter.clock.advance(86_400_000);
    await comeBack(counter, 'admin');
  }
  expect((await backups()).sort()).toEqual(taken.slice(2));
});

test('a backup that can not be written leaves no half of itself', async () => {
  // The name is taken by a folder, so the finished copy can't get it.
  const name = 'banko-2026-03-10T07-00-00-000Z.db';
  await mkdir(join(counter.dataDir, 'backups', name, 'x'), { recursive: true });
  expect(await counter.call('system.backUp', {}, admin)).toMatchObject({ error: { code: 'store_trouble' } });
  expect(await backups()).toEqual([name]);
});
