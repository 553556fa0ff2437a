import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { withStore } from '../../../testing/store.ts';
import { adminSecrets, setUp, signInAs } from '../../../testing/workplace.ts';
import { readLocal } from '../settings/settings.repo.ts';
import { noticeFork } from './notices.ts';

const forkedAt = '2026-03-10T06:00:00.000Z';
let counter: TestCore;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  for (const role of ['clerk', 'supervisor'] as const) await signInAs(counter, role);
  await withStore(counter, ({ db }) => db.transaction().execute((trx) => noticeFork(trx, 'log-1', forkedAt)));
  counter = await counter.reopen();
});
afterEach(() => counter.remove());

async function signIn(window: string): Promise<void> {
  const { username, password } = adminSecrets;
  const credentials =
    window === 'admin' ? { username, password } : { username: window, password: `${window}-parolasi-uzun` };
  await counter.ok('session.signIn', credentials, { window });
}

const noticeNow = async () => (await counter.ok('system.connection', {})).crm.notice;

test.each(['admin', 'supervisor'])('%s takes note of a fork, once and for all', async (window) => {
  await signIn(window);
  expect(await noticeNow()).toMatchObject({ at: forkedAt, isForked: true, unverified: 0 });
  const { user } = await counter.ok('session.current', {}, { window });
  for (let time = 0; time < 2; time += 1) {
    await counter.ok('system.acknowledgeNotice', { at: forkedAt }, { window });
    counter.clock.advance(1_000);
  }
  expect(await noticeNow()).toBeNull();
  const kept = await withStore(counter, ({ db }) => readLocal(db, 'notices'));
  const acknowledged = { at: '2026-03-10T07:00:00.000Z', by: user?.id };
  expect(kept).toEqual([{ kind: 'fork', log: 'log-1', at: forkedAt, acknowledged }]);
});

test('a clerk is told of a fork but can’t take note of it, and nobody can without its time', async () => {
  await signIn('clerk');
  const at = forkedAt;
  expect(await counter.call('system.acknowledgeNotice', { at }, { window: 'clerk' })).toMatchObject({
    error: { code: 'forbidden' },
  });
  await signIn('supervisor');
  for (const wrong of ['', 'dün', '2026-03-10'])
    expect(
      await counter.call('system.acknowledgeNotice', { at: wrong }, { window: 'supervisor' }),
    ).toMatchObject({ error: { fields: [{ path: 'at', message: 'Bildirimin zamanı gerekli.' }] } });
  expect(await noticeNow()).toMatchObject({ isForked: true });
});
