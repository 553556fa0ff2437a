import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../testing/make-core.ts';
import { withStore } from '../testing/store.ts';
import { anApplication, setUp, signInAs } from '../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const minute = 60_000;
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
        `select users.username, json_extract(payload, '$.method') as method, json_extract(payload, '$.subjectIds') as ids
         from entries join users on users.id = entries.actor where type = 'audit.viewed' order by position`,
      )
      .all(),
  );
}

const open = (window: string) => counter.ok('application.get', { applicationId }, { window });
const file = () => ({ method: 'application.get', ids: JSON.stringify([applicationId]) });

test('opening a file and opening a card is each one look on record', async () => {
  await open('clerk');
  await counter.ok('consumer.get', { consumerId }, clerk);
  expect(await looks()).toEqual([
    { username: 'clerk', ...file() },
    { username: 'clerk', method: 'consumer.get', ids: JSON.stringify([consumerId]) },
  ]);
});

test('a screen that refetches within fifteen minutes is still the same look, a later one is new', async () => {
  await open('clerk');
  counter.clock.advance(15 * minute);
  await open('clerk');
  counter.clock.advance(15 * minute + 1);
  await open('clerk');
  expect(await looks()).toEqual([
    { username: 'clerk', ...file() },
    { username: 'clerk', ...file() },
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
  expect(await looks()).toEqual([
    { username: 'clerk', ...file() },
    { username: 'supervisor', ...file() },
    { username: 'clerk', ...file() },
  ]);
});

test('lists, searches and what was not found are not looks', async () => {
  await counter.ok('search.find', { text: 'ayşe' }, clerk);
  await counter.ok('application.list', { list: 'open', cursor: null, limit: 10 }, clerk);
  await counter.call('application.get', { applicationId: 'nobody' }, clerk);
  await counter.call('consumer.get', { consumerId: 'nobody' }, clerk);
  expect(await looks()).toEqual([]);
});
