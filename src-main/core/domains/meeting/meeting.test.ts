import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import {
  type MeetingMove,
  type MeetingStatus,
  meetingMoves,
  meetingStates,
} from '../../../../src-shared/ledger/meeting-moves.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { handOver, openMeetingBranch, rooms, roomsNow, units } from '../../../testing/meeting-branch.ts';
import { at, issue, passUntil, queueOf, setPolicy } from '../../../testing/queue-branch.ts';
import { anApplication, comeBack } from '../../../testing/workplace.ts';

let counter: TestCore;

beforeEach(async () => {
  counter = await openMeetingBranch();
});
afterEach(() => counter.remove());

const expert = units.connection;
const calls = {
  'meeting.started': (meetingId: string, window = expert as { readonly window: string }) =>
    counter.call('meeting.start', { meetingId }, window),
  'meeting.ended': (meetingId: string, window = expert as { readonly window: string }) =>
    counter.call('meeting.end', { meetingId, result: 'Belgeler tamam.', isInformed: true }, window),
  'meeting.returned': (meetingId: string, window = expert as { readonly window: string }) =>
    counter.call('meeting.returnToDesk', { meetingId, result: '', to: null }, window),
  'meeting.cancelled': (meetingId: string, window = expert as { readonly window: string }) =>
    counter.call('meeting.cancel', { meetingId, reason: 'left' }, window),
};
type Move = keyof typeof calls;
const moves = Object.keys(calls) as Move[];

const ways: Record<MeetingStatus, readonly Move[]> = {
  held: [],
  in_progress: ['meeting.started'],
  ended: ['meeting.ended'],
  returned: ['meeting.returned'],
  cancelled: ['meeting.cancelled'],
};

async function meetingIn(state: MeetingStatus): Promise<Meeting> {
  const { id } = await issue(counter);
  const meeting = await handOver(counter, id, { roomCode: 'G1' });
  for (const move of ways[state]) expect(await calls[move](meeting.id)).toMatchObject({ ok: true });
  return meeting;
}

const statusOf = async (meetingId: string) =>
  (await counter.ok('meeting.get', { meetingId }, at.first)).meeting.status;

test.each(meetingStates)(
  'what can be done with a meeting that is %s is done, and everything else is refused without a trace',
  async (state) => {
    for (const move of moves) {
      const { id } = await meetingIn(state);
      const result = await calls[move](id);
      const allowed: Partial<Record<MeetingStatus, MeetingStatus>> = meetingMoves[move satisfies MeetingMove];
      const to = allowed[state];
      expect([move, await statusOf(id)]).toEqual([move, to ?? state]);
      if (to === undefined) expect([move, result]).toMatchObject([move, { error: { code: 'wrong_state' } }]);
      // Out of the way of the next try, where it is still open.
      await calls['meeting.ended'](id);
    }
  },
);

test('FF-2 ON-3: the unit writes its result, the consumer is told on the spot, and the number is served', async () => {
  const ticket = await issue(counter);
  const { id: meetingId } = await handOver(counter, ticket.id);
  const started = await counter.ok('meeting.start', { meetingId }, expert);
  expect(started.meeting).toMatchObject({ status: 'in_progress', startedBy: { name: 'Kişi expert-one' } });
  expect((await roomsNow(counter)).rooms[0]).toMatchObject({
    state: 'busy',
    meeting: { ticketLabel: 'A101' },
  });
  expect((await queueOf(counter, at.first)).active).toMatchObject([{ label: 'A101', status: 'serving' }]);

  const input = { meetingId, result: 'Bağlantı görüşü verildi.', isInformed: true };
  const { meeting } = await counter.ok('meeting.end', input, expert);
  expect(meeting).toMatchObject({ status: 'ended', result: 'Bağlantı görüşü verildi.', isInformed: true });
  expect((await roomsNow(counter)).rooms[0]).toMatchObject({ state: 'free', meeting: null });
  expect(await queueOf(counter, at.first)).toMatchObject({ active: [], waiting: [], servedToday: 1 });
  expect((await counter.ok('meeting.mine', {}, expert)).done).toEqual([meeting]);
});

test('the application’s file tells of the meeting and its result', async () => {
  await issue(counter);
  const { ticket } = await counter.ok('ticket.callNext', {}, at.first);
  const registered = await counter.ok(
    'application.register',
    anApplication({ ticketId: ticket.id }),
    at.first,
  );
  const { applicationId } = registered;
  const meeting = await handOver(counter, ticket.id, { applicationId }, at.first);
  const lines = async (window: { readonly window: string }) =>
    (await counter.ok('application.get', { applicationId }, window)).timeline
      .filter(({ kind }) => kind === 'meeting')
      .map(({ actorName, title, text }) => [actorName, title, text]);
  const where = 'Bağlantı Müdürlüğü, Görüşme Odası 1';
  expect(await lines(expert)).toEqual([['Banko 1', `Görüşmeye yönlendirildi: ${where}`, '']]);
  const input = { meetingId: meeting.id, result: 'Bağlantı görüşü verildi.', isInformed: true };
  await counter.ok('meeting.start', { meetingId: meeting.id }, expert);
  await counter.ok('meeting.end', input, expert);
  expect(await lines(at.first)).toEqual([
    ['Kişi expert-one', `Görüşüldü, yerinde bilgilendirildi: ${where}`, 'Bağlantı görüşü verildi.'],
  ]);
});

test('FF-4: a unit reads the file of whom it meets, without an informant’s name and without changing it', async () => {
  await issue(counter);
  const { ticket } = await counter.ok('ticket.callNext', {}, at.first);
  const informed = anApplication({ ticketId: ticket.id, capacity: 'informant' });
  const { applicationId } = await counter.ok('application.register', informed, at.first);
  const { id: meetingId } = await handOver(counter, ticket.id, { applicationId }, at.first);
  const result = 'Ayşe Işık ile görüşüldü.';
  await counter.ok('meeting.end', { meetingId, result, isInformed: true }, expert);
  const file = await counter.ok('application.get', { applicationId }, expert);
  expect(file.applicant.name).toBe('Kimliği gizli ihbarcı');
  expect(Object.entries(file.can).filter(([, may]) => may)).toEqual([]);
  expect(JSON.stringify(file)).not.toMatch(/Ayşe|Işık/);
});

test('a meeting is not ended without a word', async () => {
  const { id: meetingId } = await meetingIn('in_progress');
  const answer = await counter.call('meeting.end', { meetingId, result: ' \n ', isInformed: true }, expert);
  expect(answer).toMatchObject({
    error: { fields: [{ path: 'result', message: 'Görüşmenin sonucu yazılmalı.' }] },
  });
});

test('FF-3: who is sent back to a desk keeps the number and the place by time of arrival', async () => {
  await setPolicy(counter, { priorityHeadStartMinutes: 0, priorityFactor: 1 });
  const early = await issue(counter);
  counter.clock.advance(60_000);
  const { id: meetingId } = await handOver(counter, early.id);
  for (let count = 0; count < 3; count += 1) await issue(counter);
  await counter.ok('meeting.start', { meetingId }, expert);
  const input = { meetingId, result: 'Harç makbuzu eksik.', to: null };
  const { meeting } = await counter.ok('meeting.returnToDesk', input, expert);
  expect(meeting).toMatchObject({ status: 'returned', result: 'Harç makbuzu eksik.' });
  const { waiting } = await queueOf(counter, at.first);
  expect(waiting[0]).toMatchObject({ id: early.id, label: 'A101', issuedAt: early.issuedAt, position: 1 });
  expect((await counter.ok('ticket.callNext', {}, at.first)).ticket.id).toBe(early.id);
});

test('who came from a desk goes back to that desk, or where the unit says', async () => {
  const ticket = await issue(counter);
  await counter.ok('ticket.callNext', {}, at.second);
  const first = await handOver(counter, ticket.id, {}, at.second);
  await counter.ok('meeting.returnToDesk', { meetingId: first.id, result: '', to: null }, expert);
  const { waiting } = await queueOf(counter, at.second);
  expect(waiting).toMatchObject([{ id: ticket.id, target: { kind: 'desk', code: 'B2' }, isCallable: true }]);
  const second = await handOver(counter, ticket.id);
  const to = { kind: 'category', code: 'meter' } as const;
  await counter.ok('meeting.returnToDesk', { meetingId: second.id, result: '', to }, expert);
  expect((await queueOf(counter, at.first)).waiting).toMatchObject([
    { target: { code: 'meter' }, issuedAt: ticket.issuedAt },
  ]);
  const third = await handOver(counter, ticket.id);
  expect(
    await counter.call(
      'meeting.returnToDesk',
      { meetingId: third.id, result: '', to: { kind: 'desk', code: 'B9' } },
      expert,
    ),
  ).toMatchObject({ error: { fields: [{ path: 'to.code', message: 'Bu şubede böyle bir banko yok.' }] } });
});

test.each([
  ['mistake', { waiting: [{ label: 'A101', target: { code: 'general' } }], noShows: [] }],
  ['no_show', { waiting: [], noShows: [{ label: 'A101' }] }],
  ['left', { waiting: [], noShows: [] }],
] as const)('a meeting called off as %s leaves the number where that belongs', async (reason, queue) => {
  const { id: meetingId } = await meetingIn('held');
  await counter.ok('meeting.cancel', { meetingId, reason }, at.reception);
  expect(await queueOf(counter, at.reception)).toMatchObject({ ...queue, active: [] });
  expect((await roomsNow(counter)).rooms[0]).toMatchObject({ state: 'free' });
});

test('over Teams the desk keeps the number, whatever becomes of the meeting', async () => {
  const ticket = await issue(counter);
  await counter.ok('ticket.callNext', {}, at.first);
  for (const move of ['meeting.started', 'meeting.returned', 'meeting.cancelled'] as const) {
    const { id } = await handOver(counter, ticket.id, { mode: 'teams' }, at.first);
    await calls[move](id);
    await calls['meeting.ended'](id);
    expect((await queueOf(counter, at.first)).mine).toMatchObject({ id: ticket.id, status: 'called' });
  }
});

test('a unit acts on its own meetings alone and reads no other, and desks act on all', async () => {
  const { id } = await meetingIn('held');
  for (const move of moves)
    expect(await calls[move](id, units.metering)).toMatchObject({
      error: { code: 'forbidden', message: 'Bu görüşme başka bir birimin (Bağlantı Müdürlüğü).' },
    });
  expect(await counter.call('meeting.get', { meetingId: id }, units.metering)).toMatchObject({ ok: false });
  const [room] = (await counter.ok('meeting.rooms', {}, units.metering)).rooms;
  expect(room).toMatchObject({
    state: 'held',
    meeting: { ticketLabel: 'A101', subject: '', application: null },
  });
  expect(await statusOf(id)).toBe('held');
  expect(await calls['meeting.started'](id, at.first)).toMatchObject({ ok: true });
});

test('rooms and people show who is free, busy and next', async () => {
  const [one, next] = [await issue(counter), await issue(counter)];
  const { id: meetingId } = await handOver(counter, one.id);
  const to = { kind: 'room', code: 'G1' } as const;
  await counter.ok('ticket.transfer', { ticketId: next.id, to }, at.reception);
  const peopleOf = async () => (await roomsNow(counter)).units.map(({ people }) => people);
  const [name, other] = ['Kişi expert-one', 'Kişi expert-two'];
  expect(await peopleOf()).toEqual([[{ name, presence: 'here' }], [{ name: other, presence: 'here' }]]);
  await counter.ok('meeting.start', { meetingId }, expert);
  await counter.ok('session.lock', {}, units.metering);
  expect(await peopleOf()).toEqual([[{ name, presence: 'busy' }], [{ name: other, presence: 'away' }]]);
  await comeBack(counter, units.metering.window);
  await counter.ok('session.signOut', {}, units.metering);
  expect((await peopleOf())[1]).toEqual([{ name: other, presence: 'absent' }]);
  const now = await roomsNow(counter);
  expect(now.rooms[0]).toMatchObject({
    state: 'busy',
    waiting: 1,
    next: { ticketId: next.id, label: 'A102' },
  });
  expect(now.units.map(({ unitCode, waiting }) => [unitCode, waiting])).toEqual([
    ['BAGLANTI', 1],
    ['SAYAC', 0],
  ]);
});

test('the night ends what the day has left in the rooms', async () => {
  const [held, running] = [await issue(counter), await issue(counter)];
  await counter.ok('meeting.start', { meetingId: (await handOver(counter, running.id)).id }, expert);
  await handOver(counter, held.id);
  await passUntil(counter, '2026-03-10T21:00:00.000Z');
  // Of a new day, before which the one before is closed.
  const { id } = await issue(counter);
  expect(await handOver(counter, id)).toMatchObject({ room: rooms.first });
  const now = await roomsNow(counter);
  expect(now.rooms.map(({ state }) => state)).toEqual(['held', 'free', 'free']);
  expect(now.conflicts).toEqual([]);
});
