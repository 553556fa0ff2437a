import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../testing/make-core.ts';
import { at, openQueueBranch } from '../../../testing/queue-branch.ts';
import { addScreen } from '../../../testing/screens.ts';
import { withStore } from '../../../testing/store.ts';
import { sha256 } from '../../ledger/digest.ts';

let counter: TestCore;
beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

const tokenHash = sha256('x');
const listed = async () => (await counter.ok('screen.list', {}, at.admin)).screens;
const add = (changes: object, commandId?: string) =>
  counter.call(
    'screen.add',
    { kind: 'kiosk', name: 'Giriş', roomCode: null, tokenHash, ...changes },
    { ...at.admin, ...(commandId && { commandId }) },
  );

test('a screen that was added is let in by its token as what it is, and nobody else is', async () => {
  const door = await addScreen(counter, 'door', 'Oda 1 kapısı', 'G1');
  const { id } = door;
  expect(door.caller).toEqual({ audience: 'door', window: `screen/${id}`, screen: { id, roomCode: 'G1' } });
  expect(await listed()).toEqual([
    {
      ...{ id, name: 'Oda 1 kapısı', kind: 'door', roomCode: 'G1', roomName: 'Görüşme Odası 1' },
      addedAt: expect.stringMatching(/^2026-03-10T/),
    },
  ]);
  for (const stranger of ['', 'x', sha256(door.token), `${door.token}x`])
    expect(await counter.core.screens.identify(stranger)).toMatchObject({ error: { code: 'forbidden' } });
});

test('a screen that was withdrawn is not let in again, and stays so over a restart', async () => {
  const { id, token } = await addScreen(counter, 'display', 'Salon');
  expect(await counter.ok('screen.withdraw', { screenId: id }, at.admin)).toEqual({});
  expect(await counter.ok('screen.withdraw', { screenId: id }, at.admin)).toEqual({});
  expect(await listed()).toEqual([]);
  counter = await counter.reopen();
  expect(await counter.core.screens.identify(token)).toMatchObject({ error: { code: 'forbidden' } });
});

test('its name is free again once it is withdrawn, and not before', async () => {
  const { id } = await addScreen(counter, 'kiosk', 'Giriş');
  expect(await add({})).toMatchObject({ error: { fields: [{ path: 'name' }] } });
  await counter.ok('screen.withdraw', { screenId: id }, at.admin);
  expect(await add({})).toMatchObject({ ok: true });
});

test('a door has a room of the branch, and no other screen has one', async () => {
  for (const wrong of [
    { kind: 'door', roomCode: null },
    { kind: 'door', roomCode: 'G9' },
    { kind: 'kiosk', roomCode: 'G1' },
  ])
    expect(await add(wrong)).toMatchObject({ error: { fields: [{ path: 'roomCode' }] } });
});

test('adding it again after a lost reply is the same screen, and the store never holds a token', async () => {
  const first = await add({}, 'the-same-intent');
  expect(await add({}, 'the-same-intent')).toEqual(first);
  expect(await listed()).toHaveLength(1);
  const { token } = await addScreen(counter, 'display', 'Salon');
  const everything = await withStore(counter, ({ raw }) =>
    ['entries', 'receipts', 'screens', 'local_settings'].flatMap((table) =>
      raw.prepare(`select * from ${table}`).all(),
    ),
  );
  expect(JSON.stringify(everything)).not.toContain(token);
});

test('only an administrator adds and withdraws screens, or says where they are served', async () => {
  for (const method of ['screen.list', 'screen.address'] as const)
    expect(await counter.call(method, {}, at.supervisor)).toMatchObject({ error: { code: 'forbidden' } });
  const server = { isOn: true, port: 41_711, host: null };
  expect(await counter.call('screen.setServer', server, at.supervisor)).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await counter.call('screen.withdraw', { screenId: 'nobody' }, at.admin)).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('where screens are served is off until an administrator says otherwise, and says what the host reports', async () => {
  const address = () => counter.ok('screen.address', {}, at.admin);
  expect(await address()).toMatchObject({
    server: { isOn: false, port: 41_711, host: null },
    state: 'off',
    trouble: null,
    ownBase: 'http://127.0.0.1:41711',
  });
  await counter.ok('screen.setServer', { isOn: true, port: 50_000, host: null }, at.admin);
  expect(await counter.core.screens.server()).toEqual({ isOn: true, port: 50_000, host: null });
  counter.core.screens.report({ state: 'failed', trouble: 'Port dolu.' });
  expect(await address()).toMatchObject({ state: 'failed', trouble: 'Port dolu.' });
  counter.core.screens.report({ state: 'listening', port: 50_000 });
  expect(await address()).toMatchObject({
    state: 'listening',
    trouble: null,
    hosts: ['127.0.0.1'],
    bases: ['http://127.0.0.1:50000'],
  });
  for (const port of [0, 80, 70_000, 1.5])
    expect(await counter.call('screen.setServer', { isOn: true, port, host: null }, at.admin)).toMatchObject({
      error: { fields: [{ path: 'port' }] },
    });
});
