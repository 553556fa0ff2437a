import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import { comeBack, setUp, signInAgain, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const half = { body: '{"name":"Ayşe Işık"}' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

const load = async (window = 'clerk') => (await counter.ok('draft.load', {}, { window })).body;

test('what was half written is there again after the power went', async () => {
  await counter.ok('draft.save', half, clerk);
  counter = await counter.reopen();
  await signInAgain(counter, 'clerk');
  expect(await load()).toBe(half.body);
});

test('it belongs to one clerk, and is no fact of the ledger', async () => {
  await signInAs(counter, 'clerk', 'other');
  const before = await countEntries(counter);
  await counter.ok('draft.save', half, clerk);
  expect(await load('other')).toBeNull();
  expect(await countEntries(counter)).toBe(before);
});

test('it goes when nothing is left of it, and when nobody came back to it for a week', async () => {
  await counter.ok('draft.save', half, clerk);
  await counter.ok('draft.save', { body: '' }, clerk);
  expect(await load()).toBeNull();
  await counter.ok('draft.save', half, clerk);
  counter.clock.advance(7 * 86_400_000 + 1);
  await comeBack(counter, 'clerk');
  expect(await load()).toBeNull();
});

test('reception has none, and one without measure is refused', async () => {
  await signInAs(counter, 'reception');
  expect(await counter.call('draft.save', half, { window: 'reception' })).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await counter.call('draft.save', { body: 'a'.repeat(500_001) }, clerk)).toMatchObject({
    error: { code: 'invalid_input', fields: [{ path: 'body', message: 'Taslak çok uzun.' }] },
  });
});
