import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDataDir, type SpawnedHost, spawnToItsEnd, spawnWebHost } from './testing/spawn-web-host.ts';

let folder = makeDataDir();
let hosts: SpawnedHost[] = [];
beforeEach(() => {
  folder = makeDataDir();
});
afterEach(async () => {
  await Promise.all(hosts.map((host) => host.stop()));
  hosts = [];
  folder.remove();
});

async function start(...args: string[]): Promise<SpawnedHost> {
  const host = await spawnWebHost(['--data-dir', folder.path, ...args]);
  hosts.push(host);
  return host;
}

const oneLine = (pattern: RegExp) =>
  expect.stringMatching(new RegExp(`^[^\\n]*${pattern.source}[^\\n]*\\n$`));

test('with --demo there is a whole branch, its CRM, and a list of who can sign in; also at the next start', async () => {
  const first = await start('--demo');
  const { users, crm } = first.ready;
  expect(new Set(users?.map((user) => user.role))).toEqual(
    new Set(['reception', 'clerk', 'unit', 'supervisor', 'administrator']),
  );
  expect(users?.filter((user) => user.role === 'clerk').length).toBeGreaterThanOrEqual(2);
  expect(crm?.members.length).toBeGreaterThan(0);
  const [user] = users ?? [];
  const signIn = await first.call('session.signIn', {
    commandId: 'sign-in-0001',
    input: { username: user?.username, password: user?.password },
  });
  expect(await signIn.json()).toMatchObject({ ok: true, value: { user: { role: user?.role } } });
  expect(await first.stop()).toBe(0);

  const second = await start('--demo');
  expect(second.ready.users).toEqual(users);
  expect(second.ready.crm).toEqual(crm);
  expect(second.ready.token).not.toBe(first.ready.token);
});

const workplace = {
  branch: { code: '26', name: 'Eskişehir' },
  desk: { code: 'B1', name: 'Banko 1' },
  workstationNo: 1,
  administrator: { username: 'mudur', displayName: 'Ayşe Işık', password: 'uzun-bir-parola', pin: '1234' },
};

async function setUp(host: SpawnedHost): Promise<void> {
  const reply = await host.call('system.setUp', { commandId: 'set-up-0001', input: workplace });
  expect(await reply.json()).toMatchObject({ ok: true });
}

test('two tabs have a session each', async () => {
  const host = await start();
  await setUp(host);
  const input = { username: 'mudur', password: 'uzun-bir-parola' };
  await host.call('session.signIn', { commandId: 'sign-in-0001', input }, { 'x-banko-window': 'tab-1' });
  const sessionIn = async (tab: string): Promise<unknown> =>
    (await host.call('session.current', { input: {} }, { 'x-banko-window': tab })).json();
  expect(await sessionIn('tab-1')).toMatchObject({ value: { user: { username: 'mudur' } } });
  expect(await sessionIn('tab-2')).toMatchObject({ value: { user: null } });
});

test('--demo is refused where a real workplace was set up', async () => {
  const host = await start();
  await setUp(host);
  await host.stop();
  expect(await spawnToItsEnd(['--data-dir', folder.path, '--demo'])).toEqual({
    code: 1,
    out: '',
    error: oneLine(/gerçek bir iş yeri kurulu/),
  });
});

test('a second Banko on the same folder says so and leaves the first alone', async () => {
  const first = await start();
  expect(await spawnToItsEnd(['--data-dir', folder.path])).toEqual({
    code: 1,
    out: '',
    error: oneLine(/zaten çalışıyor/),
  });
  expect((await first.call('system.state')).status).toBe(200);
});

test('a port that is taken and a wrong flag are told in one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const args = ['--data-dir', folder.path];
  const refused = { code: 1, out: '' };
  expect(await spawnToItsEnd([...args, '--port', port])).toEqual({
    ...refused,
    error: oneLine(/kullanımda/),
  });
  other.close();
  expect(await spawnToItsEnd([...args, '--port', '99999'])).toEqual({ ...refused, error: oneLine(/65535/) });
  expect(await spawnToItsEnd([...args, '--prot', '1'])).toEqual({ ...refused, error: oneLine(/Kullanım:/) });
});

const spoiled: readonly [string, (file: string) => void, RegExp][] = [
  ['that others can read', (file) => chmodSync(file, 0o644), /chmod 600/],
  ['of the wrong length', (file) => writeFileSync(file, 'short'), /bozuk.*5 bayt/],
  ['that is gone', (file) => rmSync(file), /bulunamadı/],
];
test.each(spoiled)(
  'with a key %s the host still comes up, to say so on a screen',
  async (_, spoil, sentence) => {
    const first = await start();
    await setUp(first);
    await first.stop();
    spoil(join(folder.path, 'store.key'));
    const second = await start();
    expect(await (await second.call('system.state')).json()).toMatchObject({
      value: { trouble: { kind: 'unusable_key', sentence: expect.stringMatching(sentence) } },
    });
  },
);

test('a folder that can’t be made is told in one line', async () => {
  const error = oneLine(/Veri klasörü kullanılamıyor/);
  expect(await spawnToItsEnd(['--data-dir', '/dev/null/x'])).toEqual({ code: 1, out: '', error });
});

test('a signal closes the store and leaves with 0, also when it comes twice, as from Ctrl+C', async () => {
  const host = await start();
  host.child.kill('SIGINT');
  host.child.kill('SIGINT');
  expect(await host.stop()).toBe(0);
  expect(readdirSync(folder.path)).toContain('banko.db');
  expect(readdirSync(folder.path)).not.toContain('banko.db-wal');
});
