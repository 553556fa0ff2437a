import { afterEach, beforeEach, expect, test } from 'vitest';
import { roles } from '../../../../src-shared/ledger/other-entries.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import { adminSecrets } from '../../../testing/workplace.ts';

let counter: TestCore;
const workplace = {
  branch: { code: '26', name: ' Eskişehir  Merkez ' },
  desk: { code: 'B1', name: 'Banko 1' },
  workstationNo: 1,
  administrator: { ...adminSecrets, displayName: 'Deniz Yönetici' },
};

beforeEach(async () => {
  counter = await makeCore();
});
afterEach(() => counter.remove());

test('a new store waits for its first run, and is ready after it', async () => {
  expect(await counter.ok('system.state', {})).toMatchObject({
    phase: 'first_run',
    branch: null,
    desk: null,
  });
  await counter.ok('system.setUp', workplace);
  const state = await counter.ok('system.state', {});
  expect(state).toMatchObject({
    phase: 'ready',
    branch: { code: '26', name: 'Eskişehir Merkez' },
    desk: { deskCode: 'B1', deskName: 'Banko 1' },
    isSample: false,
  });
  counter = await counter.reopen();
  expect(await counter.ok('system.state', {})).toEqual(state);
});

test('of two set-ups at one moment one goes through, and another later none', async () => {
  const answers = await Promise.all([1, 2].map(() => counter.call('system.setUp', workplace)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  const before = await countEntries(counter);
  expect(await counter.call('system.setUp', workplace)).toMatchObject({ error: { code: 'already_set_up' } });
  expect(await counter.call('system.loadSample', {})).toMatchObject({ error: { code: 'already_set_up' } });
  expect(await countEntries(counter)).toBe(before);
});

test('a set-up whose answer was lost is answered alike when it is sent again', async () => {
  const options = { commandId: 'one-intent-0001' };
  expect(await counter.ok('system.setUp', workplace, options)).toEqual({});
  expect(await counter.ok('system.setUp', workplace, options)).toEqual({});
});

test('a real workplace tells no sample user, before its set-up and after it', async () => {
  expect(await counter.ok('system.sampleUsers', {})).toEqual({ users: [] });
  await counter.ok('system.setUp', workplace);
  expect(await counter.ok('system.sampleUsers', {})).toEqual({ users: [] });
});

test('a sample workplace tells users with whom one can sign in, also after a restart, and has a seal to try', async () => {
  await counter.ok('system.loadSample', {});
  const { users } = await counter.ok('system.sampleUsers', {});
  expect(new Set(users.map(({ role }) => role))).toEqual(new Set(roles));
  counter = await counter.reopen();
  expect(await counter.ok('system.sampleUsers', {})).toEqual({ users });
  for (const { username, password, pin, displayName } of users) {
    const window = { window: username };
    const { user } = await counter.ok('session.signIn', { username, password }, window);
    expect(user).toMatchObject({ username, displayName });
    await counter.ok('session.lock', {}, window);
    await counter.ok('session.unlock', { pin }, window);
  }
  const administrator = users.find(({ role }) => role === 'administrator');
  expect(await counter.ok('seal.get', {}, { window: administrator?.username ?? '' })).toMatchObject({
    seal: { isSelfMade: true, state: 'valid' },
  });
});

test('each field that is wrong is named with its sentence', async () => {
  const wrong = {
    branch: { code: 'ES', name: ' ' },
    desk: { code: 'banko 1', name: 'x'.repeat(41) },
    workstationNo: 100,
    administrator: { username: 'Ayşe', displayName: '', password: 'kısa', pin: '12' },
  };
  expect(await counter.call('system.setUp', wrong)).toMatchObject({
    error: {
      fields: [
        { path: 'branch.code', message: 'Şube kodu 2 ile 4 rakam arasında olmalı. Örnek: 26' },
        { path: 'branch.name', message: 'Şube adı yazılmalı.' },
        { path: 'desk.code', message: 'Banko kodu büyük harf ve rakamdan oluşmalı. Örnek: B1' },
        { path: 'desk.name', message: 'En çok 40 karakter yazılabilir.' },
        { path: 'workstationNo', message: 'Bilgisayar numarası 1 ile 99 arasında olmalı.' },
        {
          path: 'administrator.username',
          message: 'Kullanıcı adı küçük harf, rakam, nokta ve tireden oluşmalı.',
        },
        { path: 'administrator.displayName', message: 'Ad soyad yazılmalı.' },
        { path: 'administrator.password', message: 'Parola en az 10 karakter olmalı.' },
        { path: 'administrator.pin', message: 'PIN 4 ile 8 rakam arasında olmalı.' },
      ],
    },
  });
  expect(await counter.ok('system.state', {})).toMatchObject({ phase: 'first_run' });
});
