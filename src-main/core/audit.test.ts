import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../testing/make-core.ts';
import { withStore } from '../testing/store.ts';
import { anApplication, setUp, signInAs, stayAtWork } from '../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
let applicationId: string;
let consumerId: string;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  await signInAs(counter, 'supervisor');
  ({ applicationId } = await counter.ok('application.register', anApplication(), clerk));
  const { consumers } = await counter.ok('search.find', { text: 'ayşe' }, clerk);
  consumerId = consumers[0]?.id ?? '';
});
afterEach(() => counter.remove());

function looks(): Promise<readonly unknown[]> {
  return withStore(counter, ({ raw }) =>
    raw
      .prepare(
        `select users.username, at, json_extract(payload, '$.method') as method, json_extract(payload, '$.subjectIds') as ids
         from entries join users on users.id = entries.actor where type = 'audit.viewed' order by position`,
      )
      .all(),
  );
}

const open = (window: string) => counter.ok('application.get', { applicationId }, { window });
const look = (username: string, time = '07:00', method = 'application.get', id = applicationId) => ({
  username,
  at: `2026-03-10T${time}:00.000Z`,
  method,
  ids: JSON.stringify([id]),
});

test('opening a file and opening a card is each one look on record', async () => {
  await open('clerk');
  await counter.ok('consumer.get', { consumerId }, clerk);
  expect(await looks()).toEqual([look('clerk'), look('clerk', '07:00', 'consumer.get', consumerId)]);
});

test('a screen that refetches is the same look for fifteen minutes from the first one, then a new one', async () => {
  for (let passed = 0; passed <= 45; passed += 5) {
    await open('clerk');
    await stayAtWork(counter, 5, 'clerk');
  }
  expect(await looks()).toEqual([
    look('clerk', '07:00'),
    look('clerk', '07:15'),
    look('clerk', '07:30'),
    look('clerk', '07:45'),
  ]);
});

test('what another user or another window opens is a look of its own', async () => {
  await open('clerk');
  await open('supervisor');
  await counter.ok(
    'session.signIn',
    { username: 'clerk', password: 'clerk-parolasi-uzun' },
    { window: 'two' },
  );
  await open('two');
  expect(await looks()).toEqual([look('clerk'), look('supervisor'), look('clerk')]);
});

test('lists, searches and what was not found are not looks', async () => {
  await counter.ok('search.find', { text: 'ayşe' }, clerk);
  await counter.ok('application.list', { list: 'open', offset: 0, limit: 10 }, clerk);
  await counter.call('application.get', { applicationId: 'nobody' }, clerk);
  await counter.call('consumer.get', { consumerId: 'nobody' }, clerk);
  expect(await looks()).toEqual([]);
});
