import { afterEach, beforeEach, expect, test } from 'vitest';
import { aLifeSupport } from '../../../testing/consent-desk.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import {
  aHandOver,
  handOver,
  openMeetingBranch,
  rooms,
  roomsNow,
  units,
} from '../../../testing/meeting-branch.ts';
import { at, issue, queueOf } from '../../../testing/queue-branch.ts';
import { countEntries } from '../../../testing/store.ts';
import { anApplication } from '../../../testing/workplace.ts';

let counter: TestCore;

beforeEach(async () => {
  counter = await openMeetingBranch();
});
afterEach(() => counter.remove());

const answerOf = (ticketId: string, changes = {}, window: { readonly window: string } = at.reception) =>
  counter.call('meeting.handOver', aHandOver(ticketId, changes), window);

test('FF-3: a visitor is handed over with their number; the room is kept, the unit alerted, the number called there', async () => {
  const topics: string[] = [];
  const ticket = await issue(counter);
  counter.core.onChanged((announcement) => topics.push(...announcement.topics));
  const meeting = await handOver(counter, ticket.id);
  expect(meeting).toMatchObject({
    status: 'held',
    ticketLabel: 'A101',
    unitName: 'Bağlantı Müdürlüğü',
    room: rooms.first,
    mode: 'in_person',
    subject: 'Yeni bağlantı / bağlantı görüşü / enerji müsaadesi',
    application: null,
    conflict: null,
  });
  expect([...new Set(topics)].sort()).toEqual(['meetings', 'prints', 'queue']);
  const now = await roomsNow(counter);
  expect(now.rooms.map(({ roomCode, state }) => [roomCode, state])).toEqual([
    ['G1', 'held'],
    ['G2', 'free'],
    ['G3', 'free'],
  ]);
  expect((await counter.ok('meeting.mine', {}, units.connection)).alerts).toEqual([meeting]);
  expect((await counter.ok('meeting.mine', {}, units.metering)).alerts).toEqual([]);
  expect((await queueOf(counter, at.first)).active).toMatchObject([
    { label: 'A101', status: 'called', desk: { deskCode: 'G1', deskName: 'Görüşme Odası 1' } },
  ]);
});

test('of two receptionists who take the last room one gets it, and the other is offered the next that is free', async () => {
  const [one, two] = [await issue(counter), await issue(counter)];
  const answers = await Promise.all([
    counter.ok('meeting.handOver', aHandOver(one.id, { roomCode: 'G1' }), at.reception),
    counter.ok('meeting.handOver', aHandOver(two.id, { roomCode: 'G1' }), at.first),
  ]);
  expect(answers).toMatchObject([
    { kind: 'held', meeting: { ticketLabel: 'A101', room: rooms.first } },
    { kind: 'taken', offer: rooms.shared },
  ]);
});

test('of twenty at once each room gets one, nobody gets an error, and who came too late has changed nothing', async () => {
  const tickets = [];
  for (let count = 0; count < 20; count += 1) tickets.push(await issue(counter));
  const before = await countEntries(counter);
  const answers = await Promise.all(tickets.map(({ id }) => answerOf(id)));
  const kinds = answers.map((answer) => (answer.ok ? answer.value.kind : answer.error.code));
  expect(kinds.filter((kind) => kind === 'held')).toHaveLength(2);
  expect(kinds.filter((kind) => kind === 'taken')).toHaveLength(18);
  // Opened, sent on, called.
  expect(await countEntries(counter)).toBe(before + 2 * 3);
  const now = await roomsNow(counter);
  expect(now.rooms.filter(({ state }) => state === 'held').map(({ roomCode }) => roomCode)).toEqual([
    'G1',
    'G3',
  ]);
  expect(now.conflicts).toEqual([]);
});

test('where its own room is kept a unit meets in the room of all, and another unit’s is only offered', async () => {
  const [one, two, three, four] = [
    await issue(counter),
    await issue(counter),
    await issue(counter),
    await issue(counter),
  ];
  expect((await handOver(counter, one.id)).room).toEqual(rooms.first);
  expect((await handOver(counter, two.id)).room).toEqual(rooms.shared);
  expect(await answerOf(three.id)).toEqual({ ok: true, value: { kind: 'taken', offer: rooms.second } });
  expect((await handOver(counter, three.id, { roomCode: 'G2' })).room).toEqual(rooms.second);
  expect(await answerOf(four.id)).toEqual({ ok: true, value: { kind: 'taken', offer: null } });
});

test('a room that somebody waits for is given to another only where there is no other', async () => {
  const waiting = await issue(counter);
  await counter.ok(
    'ticket.transfer',
    { ticketId: waiting.id, to: { kind: 'room', code: 'G3' } },
    at.reception,
  );
  const [one, two] = [await issue(counter), await issue(counter)];
  await counter.ok(
    'settings.saveRooms',
    {
      rooms: [
        { ...rooms.first, unit: 'Ortak', unitCode: null },
        { ...rooms.shared, unit: 'Ortak', unitCode: null },
      ].toReversed(),
    },
    at.admin,
  );
  expect((await handOver(counter, one.id)).room).toEqual(rooms.first);
  expect((await handOver(counter, two.id)).room).toEqual(rooms.shared);
});

test('FF-1: a desk hands over whom it serves and is free for the next', async () => {
  await issue(counter);
  await issue(counter);
  const { ticket } = await counter.ok('ticket.callNext', {}, at.first);
  await counter.ok('ticket.start', { ticketId: ticket.id }, at.first);
  const registered = await counter.ok(
    'application.register',
    anApplication({ ticketId: ticket.id }),
    at.first,
  );
  const { applicationId, applicationNo } = registered;
  expect(await handOver(counter, ticket.id, { applicationId }, at.first)).toMatchObject({
    application: { id: applicationId, applicationNo },
    from: { deskCode: 'B1' },
    back: { kind: 'desk', code: 'B1' },
  });
  expect((await queueOf(counter, at.first)).mine).toBeNull();
  expect((await counter.ok('ticket.callNext', {}, at.first)).ticket.label).toBe('A102');
});

test('whom another desk serves nobody else hands over, and who is handed over stays where they are', async () => {
  await issue(counter);
  const { ticket } = await counter.ok('ticket.callNext', {}, at.second);
  expect(await answerOf(ticket.id, {}, at.first)).toMatchObject({
    error: { message: 'Bu işlem yapılamaz: A101 çağrılmış durumda (Banko 2).' },
  });
  await handOver(counter, ticket.id, {}, at.second);
  expect(await answerOf(ticket.id, { roomCode: 'G3' }, at.second)).toMatchObject({
    error: {
      message:
        'Bu numara görüşmeye verilmiş: A101 görüşmeye bekleniyor (Görüşme Odası 1, Bağlantı Müdürlüğü).',
    },
  });
});

test('a number in a room is moved by its meeting alone, also by a supervisor and at a desk with the room’s code', async () => {
  await counter.ok(
    'settings.saveDesks',
    {
      desks: [
        { deskCode: 'B1', deskName: 'Banko 1' },
        { deskCode: 'G1', deskName: 'Banko G' },
      ],
    },
    at.admin,
  );
  await counter.ok(
    'session.signIn',
    { username: 'second', password: 'second-parolasi-uzun', deskCode: 'G1' },
    at.second,
  );
  const [one, two] = [await issue(counter), await issue(counter)];
  await handOver(counter, one.id);
  for (const window of [at.second, at.supervisor])
    for (const method of ['ticket.start', 'ticket.finish', 'ticket.noShow', 'ticket.hold'] as const)
      expect(await counter.call(method, { ticketId: one.id }, window)).toMatchObject({
        error: {
          code: 'wrong_state',
          message: 'Bu işlem yapılamaz: A101 çağrılmış durumda (Görüşme Odası 1).',
        },
      });
  expect((await queueOf(counter, at.second)).mine).toBeNull();
  expect((await counter.ok('ticket.callNext', {}, at.second)).ticket.id).toBe(two.id);
});

test('ON-1: over Teams the visitor stays at the desk, and no room is kept', async () => {
  await issue(counter);
  const { ticket } = await counter.ok('ticket.callNext', {}, at.first);
  const meeting = await handOver(counter, ticket.id, { mode: 'teams' }, at.first);
  expect(meeting).toMatchObject({ room: null, mode: 'teams', link: null });
  const now = await roomsNow(counter);
  expect(now.rooms.every(({ state }) => state === 'free')).toBe(true);
  expect(now.online).toEqual([meeting]);
  expect((await queueOf(counter, at.first)).mine).toMatchObject({ id: ticket.id, status: 'called' });
});

test('ON-2: who is referred to a room can talk with the unit over Teams there', async () => {
  const ticket = await issue(counter);
  expect(await answerOf(ticket.id, { mode: 'teams' })).toMatchObject({
    error: {
      fields: [{ path: 'roomCode', message: 'Sırada bekleyenin Teams görüşmesi için bir oda seçilmeli.' }],
    },
  });
  const meeting = await handOver(counter, ticket.id, { mode: 'teams', roomCode: 'G3' });
  expect(meeting).toMatchObject({ mode: 'teams', room: rooms.shared });
  expect((await counter.ok('meeting.mine', {}, units.connection)).alerts).toEqual([meeting]);
});

test('FF-3: a slip tells the visitor where to go with which number, and nothing of who or why', async () => {
  const [asked, plain] = [await issue(counter), await issue(counter)];
  await handOver(counter, asked.id, { printsSlip: true });
  await handOver(counter, plain.id);
  const { jobs } = await counter.ok('print.jobs', {}, at.reception);
  const slips = jobs.filter(({ document }) => document === 'meeting_slip');
  expect(slips).toMatchObject([{ subject: 'A101', state: 'queued', copyNo: 1 }]);
  const { lines } = await counter.ok('print.preview', { jobId: slips[0]?.jobId ?? '' }, at.reception);
  expect(lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []))).toEqual([
    'OEDAŞ',
    'Eskişehir Merkez',
    'Görüşme Fişi',
    'A101',
    'Görüşme Odası 1',
    'Bağlantı Müdürlüğü',
    '10.03.2026 10:00',
    'Bu fişle odaya gidiniz; kapıdaki ekranda numaranız yazar.',
  ]);
});

test.each([
  [{ unitCode: 'YOK' }, 'unitCode', 'Bu şubede böyle bir birim yok.'],
  [{ roomCode: 'YOK' }, 'roomCode', 'Bu şubede böyle bir oda yok.'],
  [{ topicCode: 'yok' }, 'topicCode', 'Konu listeden seçilmeli.'],
  [{ applicationId: 'yok' }, 'applicationId', 'Bu başvuru bulunamadı.'],
  [{ unitCode: 'SAYAC', mode: 'teams' }, 'mode', 'Sayaç Şefliği için Teams adresi tanımlı değil.'],
])('what is not there is named: %o', async (changes, path, message) => {
  const { id } = await issue(counter);
  expect(await answerOf(id, changes)).toMatchObject({
    error: { code: 'invalid_input', fields: [{ path, message }] },
  });
});

test('a unit takes who waits for its rooms, by their number, and nobody else', async () => {
  const [waiting, other, plain] = [await issue(counter), await issue(counter), await issue(counter)];
  const send = (ticketId: string, code: string) =>
    counter.ok('ticket.transfer', { ticketId, to: { kind: 'room', code } }, at.reception);
  await send(waiting.id, 'G1');
  await send(other.id, 'G2');
  expect((await counter.ok('meeting.mine', {}, units.connection)).waiting).toMatchObject([
    { label: 'A101', roomCode: 'G1' },
  ]);
  const room = { roomCode: 'G1' };
  expect(await answerOf(other.id, room, units.connection)).toMatchObject({ error: { code: 'wrong_state' } });
  expect(await answerOf(plain.id, room, units.connection)).toMatchObject({ error: { code: 'wrong_state' } });
  expect(await answerOf(waiting.id, { ...room, unitCode: 'SAYAC' }, units.connection)).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await handOver(counter, waiting.id, room, units.connection)).toMatchObject({
    room: rooms.first,
    back: { kind: 'room', code: 'G1' },
  });
});

test('a file of special-category data goes to no unit before there is a ground; the visitor does', async () => {
  const [first, second] = [await issue(counter), await issue(counter)];
  const { applicationId } = await counter.ok('application.register', aLifeSupport(), at.first);
  expect(await answerOf(first.id, { applicationId })).toMatchObject({
    error: { code: 'special_ground_needed' },
  });
  expect(await answerOf(first.id)).toMatchObject({ ok: true, value: { kind: 'held' } });
  const ground = { applicationId, basis: 'right', note: 'Dava açılmış' } as const;
  await counter.ok('consent.ground', ground, at.first);
  expect(await answerOf(second.id, { applicationId, roomCode: 'G2' })).toMatchObject({ ok: true });
});
