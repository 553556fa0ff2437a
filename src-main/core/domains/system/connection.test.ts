import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { withStore } from '../../../testing/store.ts';
import { setUp } from '../../../testing/workplace.ts';

const now = '2026-03-10T07:00:00.000Z';
const hour = 3_600_000;
let counter: TestCore;

beforeEach(async () => {
  counter = await makeCore();
});
afterEach(() => counter.remove());

const connection = async () => (await counter.ok('system.connection', {})).crm;

async function changeWorkstation(change: string): Promise<void> {
  await withStore(counter, ({ raw }) =>
    raw.exec(`update local_settings set value = ${change} where key = 'workstation'`),
  );
  counter = await counter.reopen();
}

test('sample entries wait since they were loaded, not since the past that they tell of', async () => {
  await counter.ok('system.loadSample', {});
  counter.clock.advance(hour);
  const { unsent, oldestUnsentAt } = await connection();
  expect(unsent).toBeGreaterThan(1_000);
  expect(oldestUnsentAt).toBe(now);
});

test('what is written later waits since it was written, once all before it is sent', async () => {
  await setUp(counter);
  await withStore(counter, ({ raw }) => raw.exec('update logs set sent_seq = seq'));
  counter = await counter.reopen();
  expect(await connection()).toMatchObject({ unsent: 0, oldestUnsentAt: null });
  counter.clock.advance(hour);
  await counter.ok('session.signIn', { username: 'yonetici', password: 'yonetici-parolasi' });
  expect(await connection()).toMatchObject({ unsent: 1, oldestUnsentAt: '2026-03-10T08:00:00.000Z' });
});

test('in a store of an earlier version, which does not say when it was set up, entries wait by their own time', async () => {
  await setUp(counter);
  counter.clock.advance(hour);
  await changeWorkstation("json_remove(value, '$.setUpAt')");
  expect(await connection()).toMatchObject({ oldestUnsentAt: now });
});

test('a set-up by a clock that stood ahead hides no waiting', async () => {
  await setUp(counter);
  await changeWorkstation("json_set(value, '$.setUpAt', '2099-01-01T00:00:00.000Z')");
  expect(await connection()).toMatchObject({ oldestUnsentAt: now });
});
