import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import {
  type At,
  at,
  issue,
  openQueueBranch,
  passUntil,
  queueOf,
  setPolicy,
} from '../../../testing/queue-branch.ts';

let counter: TestCore;
const minute = 60_000;

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

type To = InputOf<'ticket.transfer'>['to'];
const callNext = async (window: At = at.first) => (await counter.ok('ticket.callNext', {}, window)).ticket;
const comeBack = (ticketId: string, window: At = at.reception) =>
  counter.call('ticket.comeBack', { ticketId }, window);
const transfer = (ticketId: string, to: To, window: At = at.reception) =>
  counter.call('ticket.transfer', { ticketId, to }, window);
const cancel = (ticketId: string, window: At = at.reception) =>
  counter.call('ticket.cancel', { ticketId, reason: 'left' }, window);

async function noShow(): Promise<string> {
  const { id } = await issue(counter);
  await callNext();
  await counter.ok('ticket.noShow', { ticketId: id }, at.first);
  return id;
}

describe('who did not come', () => {
  test('has the former place again within the time of grace, at reception and at a desk', async () => {
    await setPolicy(counter, { graceMinutes: 20 });
    const id = await noShow();
    counter.clock.advance(minute);
    const later = await issue(counter);
    counter.clock.advance(19 * minute);
    expect(await queueOf(counter, at.reception)).toMatchObject({
      noShows: [{ id, label: 'A101', comeBackUntil: '2026-03-10T07:20:00.000Z' }],
    });
    expect(await comeBack(id)).toMatchObject({
      value: { ticket: { id, status: 'waiting', desk: null, issuedAt: '2026-03-10T07:00:00.000Z' } },
    });
    const { waiting, noShows } = await queueOf(counter, at.reception);
    expect([waiting.map((ticket) => ticket.id), noShows]).toEqual([[id, later.id], []]);
    await callNext();
    await counter.ok('ticket.noShow', { ticketId: id }, at.first);
    expect(await comeBack(id, at.second)).toMatchObject({ ok: true });
  });

  test('needs a new number afterwards, and is told so', async () => {
    await setPolicy(counter, { graceMinutes: 20 });
    const id = await noShow();
    counter.clock.advance(20 * minute + 1);
    expect((await queueOf(counter, at.reception)).noShows).toEqual([]);
    expect(await comeBack(id)).toMatchObject({
      error: {
        code: 'grace_over',
        message: 'A101 için eski yerine dönme süresi (20 dakika) doldu. Yeni bir numara verin.',
      },
    });
  });

  test('has no way back in a branch without grace, and none over midnight', async () => {
    await passUntil(counter, '2026-03-10T20:50:00.000Z');
    const id = await noShow();
    await passUntil(counter, '2026-03-10T21:00:00.000Z');
    expect(await comeBack(id)).toMatchObject({ error: { code: 'grace_over' } });
    await setPolicy(counter, { graceMinutes: 0 });
    const today = await noShow();
    counter.clock.advance(1);
    expect(await comeBack(today)).toMatchObject({
      error: { message: 'A101 eski yerine dönemez; bu şubede gelmeyene yeni numara verilir.' },
    });
  });

  test('is the only one who can come back', async () => {
    const { id } = await issue(counter);
    expect(await comeBack(id)).toMatchObject({
      error: { code: 'wrong_state', message: 'Bu işlem yapılamaz: A101 sırada bekliyor.' },
    });
    expect(await comeBack('nobody')).toMatchObject({ error: { code: 'not_found' } });
  });

  test('stands in the list by when that was, the latest first', async () => {
    const first = await noShow();
    counter.clock.advance(minute);
    const second = await noShow();
    expect((await queueOf(counter, at.reception)).noShows.map(({ id }) => id)).toEqual([second, first]);
  });
});

describe('a transfer', () => {
  test('keeps the time of arrival, and so the place among those who wait there', async () => {
    const { id } = await issue(counter);
    counter.clock.advance(minute);
    const other = await issue(counter, 'meter');
    counter.clock.advance(minute);
    await callNext();
    await counter.ok('ticket.start', { ticketId: id }, at.first);
    const to = { kind: 'category', code: 'meter' } as const;
    expect(await transfer(id, to, at.first)).toMatchObject({
      value: {
        ticket: {
          status: 'waiting',
          issuedAt: '2026-03-10T07:00:00.000Z',
          categoryCode: 'general',
          target: { kind: 'category', code: 'meter', name: 'Sayaç işlemleri' },
          transfers: 1,
          desk: null,
        },
      },
    });
    const { waiting, categories } = await queueOf(counter, at.first);
    expect(waiting.map((ticket) => ticket.id)).toEqual([id, other.id]);
    expect(categories.map((category) => [category.code, category.waiting])).toEqual([
      ['general', 0],
      ['outage', 0],
      ['connection', 0],
      ['meter', 2],
    ]);
  });

  test('to a desk is called by that desk alone', async () => {
    const { id } = await issue(counter);
    await callNext();
    await transfer(id, { kind: 'desk', code: 'B2' }, at.first);
    expect(await counter.call('ticket.callNext', {}, at.first)).toMatchObject({
      error: { code: 'queue_empty' },
    });
    expect(await callNext(at.second)).toMatchObject({ id, target: { kind: 'desk', name: 'Banko 2' } });
  });

  test('FF-3: to a meeting room waits for the unit there and is called by no desk', async () => {
    const { id } = await issue(counter);
    await transfer(id, { kind: 'room', code: 'G1' });
    expect(await queueOf(counter, at.first)).toMatchObject({
      waiting: [],
      waitingForRooms: [{ id, target: { kind: 'room', name: 'Görüşme Odası 1' } }],
    });
    expect(await counter.call('ticket.callNext', {}, at.first)).toMatchObject({
      error: { code: 'queue_empty' },
    });
    expect(await transfer(id, { kind: 'category', code: 'general' })).toMatchObject({ ok: true });
    expect(await callNext()).toMatchObject({ id, transfers: 2 });
  });

  test('of somebody at a desk or on hold is that desk’s, or the supervisor’s', async () => {
    const { id } = await issue(counter);
    await callNext();
    await counter.ok('ticket.hold', { ticketId: id }, at.first);
    const to = { kind: 'category', code: 'meter' } as const;
    expect(await transfer(id, to, at.second)).toMatchObject({
      error: { code: 'wrong_state', message: 'Bu işlem yapılamaz: A101 bekletiliyor (Banko 1).' },
    });
    expect(await transfer(id, to, at.supervisor)).toMatchObject({ value: { ticket: { heldAt: null } } });
  });

  test('goes to what the branch has, and not to where the visitor is', async () => {
    const { id } = await issue(counter);
    const refused = (message: string) => ({
      error: { code: 'invalid_input', fields: [{ path: 'to.code', message }] },
    });
    for (const [kind, message] of [
      ['category', 'Bu şubede böyle bir kategori yok.'],
      ['desk', 'Bu şubede böyle bir banko yok.'],
      ['room', 'Bu şubede böyle bir oda yok.'],
    ] as const)
      expect(await transfer(id, { kind, code: 'moon' })).toMatchObject(refused(message));
    expect(await transfer(id, { kind: 'category', code: 'general' })).toMatchObject(
      refused('A101 zaten orada.'),
    );
    await transfer(id, { kind: 'desk', code: 'B1' });
    expect(await transfer(id, { kind: 'desk', code: 'B1' })).toMatchObject(refused('A101 zaten orada.'));
    await callNext();
    expect(await transfer(id, { kind: 'desk', code: 'B1' }, at.first)).toMatchObject(
      refused('A101 zaten orada.'),
    );
    expect(await transfer(id, { kind: 'category', code: 'general' }, at.first)).toMatchObject({ ok: true });
  });

  test('of who is gone is refused with the state', async () => {
    const id = await noShow();
    expect(await transfer(id, { kind: 'desk', code: 'B2' })).toMatchObject({
      error: { message: 'Bu işlem yapılamaz: A101 çağrıldı ama gelmedi (Banko 1).' },
    });
    expect(await transfer('nobody', { kind: 'desk', code: 'B2' })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  test('can be made to each category, desk and room', async () => {
    const { targets } = await counter.ok('ticket.targets', {}, at.first);
    expect(targets.map(({ kind, code, name }) => `${kind} ${code} ${name}`)).toEqual([
      'category general Genel başvuru',
      'category outage Kesinti ve arıza',
      'category connection Bağlantı ve proje',
      'category meter Sayaç işlemleri',
      'desk B1 Banko 1',
      'desk B2 Banko 2',
      'desk B3 Banko 3',
      'room G1 Görüşme Odası 1',
    ]);
  });
});

describe('a cancelled number', () => {
  test('is gone from the queue, whether its visitor waited, was called or was on hold', async () => {
    const waiting = await issue(counter);
    expect(await cancel(waiting.id)).toMatchObject({ value: { ticket: { status: 'cancelled' } } });
    const called = await issue(counter);
    await callNext();
    expect(await cancel(called.id, at.first)).toMatchObject({ ok: true });
    const held = await issue(counter);
    await callNext();
    await counter.ok('ticket.hold', { ticketId: held.id }, at.first);
    expect(await cancel(held.id, at.first)).toMatchObject({ ok: true });
    expect(await queueOf(counter, at.first)).toMatchObject({
      ...{ waiting: [], active: [], mine: null, held: [], noShows: [] },
      ...{ issuedToday: 3, servedToday: 0 },
    });
  });

  test('was not being served, nor at another desk', async () => {
    const { id } = await issue(counter);
    await callNext();
    expect(await cancel(id, at.second)).toMatchObject({ error: { code: 'wrong_state' } });
    await counter.ok('ticket.start', { ticketId: id }, at.first);
    expect(await cancel(id, at.first)).toMatchObject({
      error: { message: 'Bu işlem yapılamaz: A101 ile görüşülüyor (Banko 1).' },
    });
    expect(await cancel('nobody')).toMatchObject({ error: { code: 'not_found' } });
  });
});
