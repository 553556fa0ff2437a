import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoCallMillis } from '../../../../src-shared/contract/ticket.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import {
  type At,
  at,
  issue,
  openQueueBranch,
  pass,
  queueOf,
  setCategory,
  setPolicy,
} from '../../../testing/queue-branch.ts';

let counter: TestCore;
const minute = 60_000;

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

type DeskMethod =
  | 'ticket.recall'
  | 'ticket.undoCall'
  | 'ticket.start'
  | 'ticket.hold'
  | 'ticket.resume'
  | 'ticket.finish'
  | 'ticket.noShow';
const tryNext = (window: At = at.first) => counter.call('ticket.callNext', {}, window);
const callNext = async (window: At = at.first) => (await counter.ok('ticket.callNext', {}, window)).ticket;
const press = (method: DeskMethod, ticketId: string, window: At = at.first) =>
  counter.call(method, { ticketId }, window);
const pressed = async (method: DeskMethod, ticketId: string, window: At = at.first) =>
  (await counter.ok(method, { ticketId }, window)).ticket;

/** Somebody of general who is being served at the first desk. */
async function served() {
  const { id } = await issue(counter);
  await callNext();
  return pressed('ticket.start', id);
}

describe('calling', () => {
  test('two desks that press at one moment get two tickets, and neither an error', async () => {
    await issue(counter);
    await issue(counter);
    const [one, two] = await Promise.all([tryNext(at.first), tryNext(at.second)]);
    expect([one, two]).toMatchObject([
      { ok: true, value: { ticket: { label: 'A101', desk: { deskCode: 'B1' } } } },
      { ok: true, value: { ticket: { label: 'A102', desk: { deskCode: 'B2' } } } },
    ]);
  });

  test('a second press within a second is the same press, a later one is told who is called', async () => {
    await issue(counter);
    await issue(counter);
    const [first, again] = await Promise.all([tryNext(), tryNext()]);
    expect(again).toEqual(first);
    counter.clock.advance(999);
    expect(await tryNext()).toEqual(first);
    counter.clock.advance(1);
    expect(await tryNext()).toMatchObject({
      error: {
        code: 'desk_busy',
        message:
          'Bu bankoda A101 çağrılmış durumda. Önce görüşmeyi başlatın, gelmediyse “Gelmedi” işaretleyin.',
      },
    });
    expect(await queueOf(counter, at.first)).toMatchObject({ waiting: [{ label: 'A102' }] });
  });

  test('an empty queue is said, and leaves who is being served where they are', async () => {
    expect(await tryNext()).toMatchObject({ error: { code: 'queue_empty' } });
    const { id } = await served();
    expect(await tryNext()).toMatchObject({ error: { code: 'queue_empty' } });
    expect(await queueOf(counter, at.first)).toMatchObject({ mine: { id, status: 'serving' } });
  });

  test('the next one while serving finishes the one before', async () => {
    await served();
    await issue(counter);
    counter.clock.advance(5 * minute);
    expect(await callNext()).toMatchObject({ label: 'A102', status: 'called' });
    expect(await queueOf(counter, at.first)).toMatchObject({
      waiting: [],
      active: [{ label: 'A102' }],
      servedToday: 1,
    });
  });

  test('goes by the order of the branch: priority, weight, and nobody past who has waited too long', async () => {
    await setCategory(counter, 'outage', { weight: 3 });
    await setPolicy(counter, { priorityHeadStartMinutes: 5, priorityFactor: 2, longestWaitMinutes: 60 });
    const early = await issue(counter);
    counter.clock.advance(20 * minute);
    const heavy = await issue(counter, 'outage');
    const priority = await issue(counter, 'general', true);
    counter.clock.advance(15 * minute);
    // 35 minutes, 3 × 15 and 2 × (5 + 15).
    const order = async () => (await queueOf(counter, at.first)).waiting.map(({ id }) => id);
    expect(await order()).toEqual([heavy.id, priority.id, early.id]);
    counter.clock.advance(25 * minute);
    expect(await order()).toEqual([early.id, heavy.id, priority.id]);
    expect(await callNext()).toMatchObject({ id: early.id });
    expect(await callNext(at.second)).toMatchObject({ id: heavy.id });
  });

  test('brings a desk only what it may serve, and what was sent to it alone in its turn', async () => {
    await setCategory(counter, 'general', { deskCodes: ['B1'] });
    const first = await issue(counter);
    counter.clock.advance(minute);
    const outage = await issue(counter, 'outage');
    counter.clock.advance(minute);
    const sent = await issue(counter);
    const to = { kind: 'desk', code: 'B2' } as const;
    await counter.ok('ticket.transfer', { ticketId: sent.id, to }, at.reception);
    const { waiting } = await queueOf(counter, at.second);
    expect(waiting.map(({ id, isCallable }) => [id, isCallable])).toEqual([
      [first.id, false],
      [outage.id, true],
      [sent.id, true],
    ]);
    expect(await callNext(at.second)).toMatchObject({ id: outage.id });
    await press('ticket.finish', outage.id, at.second);
    expect(await callNext(at.second)).toMatchObject({ id: sent.id });
    await press('ticket.finish', sent.id, at.second);
    expect(await tryNext(at.second)).toMatchObject({ error: { code: 'queue_empty' } });
    expect(await callNext(at.first)).toMatchObject({ id: first.id });
  });

  test('nobody of yesterday is called today', async () => {
    await issue(counter);
    await pass(counter, 24 * 60 * minute);
    expect(await tryNext()).toMatchObject({ error: { code: 'queue_empty' } });
  });
});

describe('a called ticket', () => {
  test('counts its recalls, and may end as no-show', async () => {
    const { id } = await issue(counter);
    await callNext();
    await pressed('ticket.recall', id);
    expect(await pressed('ticket.recall', id)).toMatchObject({ recalls: 2, status: 'called' });
    expect(await pressed('ticket.noShow', id)).toMatchObject({ status: 'no_show' });
    for (const method of ['ticket.recall', 'ticket.start', 'ticket.finish', 'ticket.noShow'] as const)
      expect(await press(method, id)).toMatchObject({
        error: { code: 'wrong_state', message: 'Bu işlem yapılamaz: A101 çağrıldı ama gelmedi (Banko 1).' },
      });
  });

  test('is moved by its own desk alone, and another is told where it is', async () => {
    const { id } = await issue(counter);
    await callNext();
    for (const method of [
      'ticket.recall',
      'ticket.undoCall',
      'ticket.start',
      'ticket.hold',
      'ticket.finish',
      'ticket.noShow',
    ] as const)
      expect(await press(method, id, at.second)).toMatchObject({
        error: { code: 'wrong_state', message: 'Bu işlem yapılamaz: A101 çağrılmış durumda (Banko 1).' },
      });
    expect(await press('ticket.start', 'nobody')).toMatchObject({ error: { code: 'not_found' } });
    expect(await queueOf(counter, at.first)).toMatchObject({ mine: { id, status: 'called', recalls: 0 } });
  });

  test('that a desk has left behind is ended by the supervisor, and only ended', async () => {
    const { id } = await served();
    expect(await press('ticket.hold', id, at.supervisor)).toMatchObject({ error: { code: 'wrong_state' } });
    expect(await pressed('ticket.finish', id, at.supervisor)).toMatchObject({ status: 'served' });
  });
});

describe('every key says in which state the ticket is, where it does not fit', () => {
  const ways: readonly (readonly [string, () => Promise<string>, string])[] = [
    ['waiting', async () => (await issue(counter)).id, 'A101 sırada bekliyor.'],
    [
      'sent on',
      async () => {
        const { id } = await issue(counter);
        const to = { kind: 'room', code: 'G1' } as const;
        await counter.ok('ticket.transfer', { ticketId: id, to }, at.reception);
        return id;
      },
      'A101 sırada bekliyor (Görüşme Odası 1 için).',
    ],
    [
      'served',
      async () => (await pressed('ticket.finish', (await served()).id)).id,
      'A101 ile görüşme bitti (Banko 1).',
    ],
    [
      'cancelled',
      async () => {
        const { id } = await issue(counter);
        await counter.ok('ticket.cancel', { ticketId: id, reason: 'left' }, at.reception);
        return id;
      },
      'A101 iptal edildi.',
    ],
  ];
  test.each(ways)('%s', async (_, way, sentence) => {
    const ticketId = await way();
    for (const method of [
      'ticket.recall',
      'ticket.undoCall',
      'ticket.start',
      'ticket.hold',
      'ticket.resume',
      'ticket.finish',
      'ticket.noShow',
    ] as const)
      expect(await press(method, ticketId)).toMatchObject({
        error: { code: 'wrong_state', message: `Bu işlem yapılamaz: ${sentence}` },
      });
  });

  test('being served and on hold', async () => {
    const { id } = await served();
    const message = (state: string) => ({
      error: { code: 'wrong_state', message: `Bu işlem yapılamaz: ${state}` },
    });
    for (const method of ['ticket.recall', 'ticket.start', 'ticket.resume', 'ticket.noShow'] as const)
      expect(await press(method, id)).toMatchObject(message('A101 ile görüşülüyor (Banko 1).'));
    await press('ticket.hold', id);
    for (const method of ['ticket.recall', 'ticket.start', 'ticket.hold', 'ticket.noShow'] as const)
      expect(await press(method, id)).toMatchObject(message('A101 bekletiliyor (Banko 1).'));
  });
});

describe('an undone call', () => {
  test('gives the place back, and the desk calls the same one again', async () => {
    const early = await issue(counter);
    counter.clock.advance(minute);
    await issue(counter);
    await callNext();
    await press('ticket.recall', early.id);
    const undone = await counter.ok('ticket.undoCall', { ticketId: early.id }, at.first);
    expect(undone).toEqual({ ticket: early, reopened: null });
    expect(await queueOf(counter, at.first)).toMatchObject({
      mine: null,
      waiting: [{ id: early.id, position: 1 }, { position: 2 }],
    });
    expect(await callNext()).toMatchObject({ id: early.id });
  });

  test('can be undone for ten seconds by the clock, and no longer', async () => {
    const { id } = await issue(counter);
    await callNext();
    counter.clock.advance(undoCallMillis);
    expect(await pressed('ticket.undoCall', id)).toMatchObject({ status: 'waiting' });
    await callNext();
    counter.clock.advance(undoCallMillis + 1);
    expect(await press('ticket.undoCall', id)).toMatchObject({ error: { code: 'undo_too_late' } });
    expect(await queueOf(counter, at.first)).toMatchObject({ mine: { id, status: 'called' } });
  });

  test('opens the service again that it had ended by itself, as it was', async () => {
    const before = await served();
    const next = await issue(counter);
    counter.clock.advance(minute);
    await callNext();
    const undone = await counter.ok('ticket.undoCall', { ticketId: next.id }, at.first);
    expect(undone).toEqual({ ticket: next, reopened: before });
    expect(await queueOf(counter, at.first)).toMatchObject({ mine: before, servedToday: 0 });
  });

  test('leaves ended what the clerk had ended', async () => {
    const { id } = await served();
    await press('ticket.finish', id);
    const next = await issue(counter);
    await callNext();
    const { reopened } = await counter.ok('ticket.undoCall', { ticketId: next.id }, at.first);
    expect(reopened).toBeNull();
    expect(await queueOf(counter, at.first)).toMatchObject({ mine: null, servedToday: 1 });
  });

  test('is not possible once the visitor is there', async () => {
    const { id } = await served();
    expect(await press('ticket.undoCall', id)).toMatchObject({
      error: { message: 'Bu işlem yapılamaz: A101 ile görüşülüyor (Banko 1).' },
    });
  });
});

describe('on hold', () => {
  test('somebody waits at the desk while others are called, and is served on', async () => {
    const { id } = await served();
    counter.clock.advance(minute);
    expect(await pressed('ticket.hold', id)).toMatchObject({
      status: 'held',
      heldAt: '2026-03-10T07:01:00.000Z',
    });
    expect(await queueOf(counter, at.first)).toMatchObject({ mine: null, held: [{ id }] });
    expect((await queueOf(counter, at.second)).held).toEqual([]);
    const next = await issue(counter);
    await callNext();
    await press('ticket.start', next.id);
    await press('ticket.finish', next.id);
    expect(await pressed('ticket.resume', id)).toMatchObject({
      status: 'serving',
      heldAt: null,
      servingAt: '2026-03-10T07:00:00.000Z',
    });
    expect(await queueOf(counter, at.first)).toMatchObject({ mine: { id }, held: [] });
  });

  test('nobody is resumed while the desk has another one, and it is said what to do', async () => {
    const { id } = await served();
    await press('ticket.hold', id);
    const next = await issue(counter);
    await callNext();
    const busy = (message: string) => ({ error: { code: 'desk_busy', message } });
    expect(await press('ticket.resume', id)).toMatchObject(
      busy('Bu bankoda A102 çağrılmış durumda. Önce görüşmeyi başlatın, gelmediyse “Gelmedi” işaretleyin.'),
    );
    await press('ticket.start', next.id);
    expect(await press('ticket.resume', id)).toMatchObject(
      busy('Bu bankoda A102 ile görüşülüyor. Önce görüşmeyi bitirin ya da beklemeye alın.'),
    );
    await press('ticket.hold', next.id);
    expect(await pressed('ticket.resume', id)).toMatchObject({ status: 'serving' });
    const { mine, held } = await queueOf(counter, at.first);
    expect([mine?.id, held.map((ticket) => ticket.id)]).toEqual([id, [next.id]]);
  });

  test('somebody is resumed by the desk that holds them alone', async () => {
    const { id } = await served();
    await press('ticket.hold', id);
    expect(await press('ticket.resume', id, at.second)).toMatchObject({
      error: { message: 'Bu işlem yapılamaz: A101 bekletiliyor (Banko 1).' },
    });
  });

  test('the longest hold stands first, and one who does not come back is finished there', async () => {
    const ids = [];
    for (const _ of [1, 2]) {
      const { id } = await served();
      await press('ticket.hold', id);
      ids.push(id);
      counter.clock.advance(minute);
    }
    expect((await queueOf(counter, at.first)).held.map(({ id }) => id)).toEqual(ids);
    expect(await pressed('ticket.finish', ids[0] ?? '')).toMatchObject({ status: 'served', heldAt: null });
  });
});
