import { afterEach, beforeEach, expect, test } from 'vitest';
import { graphError } from '../../../testing/graph/graph-requests.ts';
import { type GraphServer, startGraphServer } from '../../../testing/graph/graph-server.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { createRecordingLog } from '../../../testing/recording-log.ts';
import { withStore } from '../../../testing/store.ts';
import { adminSecrets, setUp } from '../../../testing/workplace.ts';

let counter: TestCore;
let graph: GraphServer;
const admin = { window: 'admin' };

beforeEach(async () => {
  graph = await startGraphServer();
  counter = await makeCore();
  await setUp(counter);
});
afterEach(async () => {
  await counter.remove();
  await graph.stop();
});

test('the secret stays on this PC: no screen, no entry and no log gets it back', async () => {
  const { log, lines } = createRecordingLog();
  counter = await counter.reopen({ log });
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, admin);
  expect(await counter.ok('teams.get', {}, admin)).toEqual({ isHere: true, account: null });
  await counter.ok('teams.configure', { ...graph.account, graphUrl: `${graph.account.graphUrl}/` }, admin);
  await counter.ok('teams.test', {}, admin);
  const { clientSecret, ...shown } = graph.account;
  expect(await counter.ok('teams.get', {}, admin)).toEqual({ isHere: true, account: shown });
  const entries = await withStore(counter, ({ raw }) => raw.prepare('select * from entries').all());
  expect(JSON.stringify([entries, lines])).not.toContain(clientSecret);
});

test('the test opens one and the same meeting, however often', async () => {
  await counter.ok('teams.configure', graph.account, admin);
  await counter.ok('teams.test', {}, admin);
  await counter.ok('teams.test', {}, admin);
  expect([...graph.meetings.values()]).toMatchObject([{ subject: 'Banko bağlantı denemesi' }]);
});

test('the test says what is wrong, and who can mend it', async () => {
  const tried = () => counter.call('teams.test', {}, admin);
  expect(await tried()).toMatchObject({ error: { code: 'teams_none' } });
  await counter.ok('teams.configure', { ...graph.account, clientSecret: 'yanlış' }, admin);
  expect(await tried()).toMatchObject({ error: { code: 'teams_credentials' } });
  await counter.ok('teams.configure', graph.account, admin);
  const noPolicy = graphError('Forbidden', 'No application access policy found for this app');
  graph.next('createOrGet', { status: 403, body: noPolicy }, { status: 500, body: '' });
  expect(await tried()).toMatchObject({
    error: {
      code: 'teams_policy',
      message:
        'Bu düzenleyen adına toplantı açılamıyor. Teams yöneticisi uygulama erişim ilkesi (application access policy) tanımlayıp düzenleyene atamalı.',
    },
  });
  expect(await tried()).toMatchObject({ error: { code: 'teams_unreachable' } });
  expect(await tried()).toEqual({ ok: true, value: {} });
  await counter.ok('teams.forget', {}, admin);
  expect(await counter.ok('teams.get', {}, admin)).toEqual({ isHere: true, account: null });
  expect(await tried()).toMatchObject({ error: { code: 'teams_none' } });
});

test.each([
  ['tenantId', 'bir kiracı', 'Kiracı, kimliği ya da alan adıyla yazılmalı.'],
  ['clientId', 'banko', 'Uygulama (client) kimliği 8-4-4-4-12 haneli bir kimlik olmalı.'],
  ['clientSecret', ' ', 'Gizli anahtar yazılmalı.'],
  ['organizerId', 'gorusme@ornek.com', 'Düzenleyenin nesne kimliği 8-4-4-4-12 haneli bir kimlik olmalı.'],
  ['loginUrl', 'http://login.ornek.com', 'Oturum açma adresi https:// ile başlamalı.'],
  ['graphUrl', 'https://', 'Graph adresi https:// ile başlamalı.'],
])('a wrong %s is refused at its field', async (path, wrong, message) => {
  expect(await counter.call('teams.configure', { ...graph.account, [path]: wrong }, admin)).toMatchObject({
    error: { fields: [{ path, message }] },
  });
});
