import { afterEach, beforeEach, expect, test } from 'vitest';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { writeFacts } from '../../../testing/store.ts';
import { adminSecrets, anApplication, setUp } from '../../../testing/workplace.ts';
import { defaultCategories, defaultPolicy } from '../system/defaults.ts';

let counter: TestCore;
const admin = { window: 'admin' };
const ticket = { categoryCode: 'general', priority: false };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
});
afterEach(() => counter.remove());

type Json = Parameters<typeof fact<'settings.changed'>>[2]['value'];

/** As another PC of the branch has written them. */
async function receive(documents: Readonly<Record<string, Json>>): Promise<void> {
  await writeFacts(
    counter,
    Object.entries(documents).map(([id, value]) =>
      fact({ kind: 'settings', id }, 'settings.changed', { value }),
    ),
  );
  counter = await counter.reopen();
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, admin);
}

test('members that a newer version added are passed over, and the counter works on', async () => {
  const [general] = defaultCategories;
  await receive({
    branch: { code: '26', name: 'Eskişehir Yeni', region: 'İç Anadolu' },
    desks: [{ deskCode: 'B1', deskName: 'Banko 1', floor: 2 }],
    rooms: [{ roomCode: 'R1', roomName: 'Salon', unit: 'x', seats: 12 }],
    categories: [{ ...general, code: 'general', icon: 'bolt' }],
    policy: { ...defaultPolicy, lockAfterMinutes: 7, theme: { dark: true } },
    kiosks: ['not known here at all'],
  });
  expect(await counter.ok('system.state', {})).toMatchObject({
    branch: { code: '26', name: 'Eskişehir Yeni' },
    desks: [{ deskCode: 'B1', deskName: 'Banko 1' }],
    unreadable: [],
  });
  expect((await counter.ok('session.current', {}, admin)).lockAfterMinutes).toBe(7);
  expect((await counter.ok('settings.get', {}, admin)).categories).toEqual([general]);
  expect((await counter.ok('ticket.issue', ticket, admin)).ticket.label).toBe('A101');
  await counter.ok('application.register', anApplication(), admin);
});

test('documents that an older version wrote are read with what came later as it was before', async () => {
  const old = { name: 'Genel', letter: 'A', firstNumber: 101, dailyLimit: null };
  await receive({
    categories: [{ code: 'general', ...old, colour: 'chartreuse' }],
    policy: { lockAfterMinutes: 7, trackingUrl: 'oedas.com.tr/takip' },
  });
  const { categories, policy } = await counter.ok('settings.get', {}, admin);
  expect(categories).toEqual([
    { code: 'general', ...old, colour: 'gray', deskCodes: null, opensAt: null, closesAt: null, weight: 1 },
  ]);
  expect(policy).toEqual({
    lockAfterMinutes: 7,
    trackingUrl: 'oedas.com.tr/takip',
    nightPolicy: 'close',
    graceMinutes: 30,
    priorityHeadStartMinutes: 10,
    priorityFactor: 2,
    longestWaitMinutes: 45,
  });
  expect((await counter.ok('ticket.issue', ticket, admin)).ticket.label).toBe('A101');
});

test('documents that can not be understood are named, and what needs them is refused', async () => {
  const unreadable = { error: { code: 'settings_unreadable' } };
  await receive({ branch: null, desks: { B1: 'Banko 1' }, policy: { lockAfterMinutes: 'beş' } });
  expect(await counter.ok('system.state', {})).toMatchObject({
    phase: 'ready',
    branch: null,
    desk: { deskCode: 'B1' },
    desks: [],
    unreadable: ['branch', 'desks', 'policy'],
  });
  expect((await counter.ok('session.current', {}, admin)).lockAfterMinutes).toBe(5);
  const { username, password } = adminSecrets;
  const { desk } = await counter.ok('session.signIn', { username, password, deskCode: 'B1' }, admin);
  expect(desk).toEqual({ deskCode: 'B1', deskName: 'Banko 1' });
  expect(await counter.call('ticket.issue', ticket, admin)).toMatchObject(unreadable);
  expect(await counter.call('application.register', anApplication(), admin)).toMatchObject(unreadable);
  await counter.ok('system.rebuild', {}, admin);
  expect((await counter.ok('ticket.queue', {}, admin)).categories).toHaveLength(4);
});

test('a document that can be read again is used again', async () => {
  await receive({ categories: 'none' });
  expect((await counter.ok('ticket.queue', {}, admin)).categories).toEqual([]);
  expect(await counter.ok('system.state', {})).toMatchObject({ unreadable: ['categories'] });
  await receive({ categories: [...defaultCategories] });
  expect(await counter.ok('system.state', {})).toMatchObject({ unreadable: [] });
  await counter.ok('ticket.issue', ticket, admin);
});

test('what the gate takes stays strict', async () => {
  const other = await makeCore();
  const branch = { code: '26', name: 'Eskişehir', region: 'İç Anadolu' };
  const answer = await other.core.dispatch({ audience: 'staff', window: 'w' }, 'system.setUp', {
    commandId: 'one-intent-0001',
    input: { branch },
  });
  expect(answer).toMatchObject({
    error: { fields: expect.arrayContaining([{ path: 'branch.region', message: 'Bu alan tanınmıyor.' }]) },
  });
  await other.remove();
});
