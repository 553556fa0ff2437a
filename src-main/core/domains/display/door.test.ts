import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DisplayState, DoorState } from '../../../../src-shared/contract/display.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { handOver, openMeetingBranch, rooms, units } from '../../../testing/meeting-branch.ts';
import { at, issue } from '../../../testing/queue-branch.ts';
import { addScreen, okAs, type TestScreen } from '../../../testing/screens.ts';
import { anApplication } from '../../../testing/workplace.ts';

let counter: TestCore;
let hall: TestScreen;
let doors: Readonly<Record<'G1' | 'G2', TestScreen>>;
const minute = 60_000;

beforeEach(async () => {
  counter = await openMeetingBranch();
  hall = await addScreen(counter, 'display', 'Salon');
  doors = {
    G1: await addScreen(counter, 'door', 'Kapı 1', 'G1'),
    G2: await addScreen(counter, 'door', 'Kapı 2', 'G2'),
  };
});
afterEach(() => counter.remove());

async function doorOf(room: keyof typeof doors): Promise<DoorState> {
  return okAs(counter, doors[room].caller, 'door.state', {});
}

async function hallNow(): Promise<DisplayState> {
  return okAs(counter, hall.caller, 'display.state', {});
}

const nowIso = () => new Date(counter.clock.now()).toISOString();

test('the door of a free room says whose it is and that nobody is awaited', async () => {
  expect(await doorOf('G1')).toEqual({
    branchName: 'Eskişehir Merkez',
    now: nowIso(),
    room: { name: 'Görüşme Odası 1', unit: 'Bağlantı Müdürlüğü' },
    ...{ status: 'free', label: null, since: null, next: [], waiting: 0 },
  });
});

test('FF-3 the door shows the number from the hand-over until the meeting has ended', async () => {
  const { id } = await issue(counter);
  const meeting = await handOver(counter, id, { roomCode: 'G1' });
  const openedAt = nowIso();
  expect(await doorOf('G1')).toMatchObject({ status: 'held', label: 'A101', since: openedAt });
  counter.clock.advance(minute);
  await counter.ok('meeting.start', { meetingId: meeting.id }, units.connection);
  expect(await doorOf('G1')).toMatchObject({ status: 'busy', label: 'A101', since: nowIso() });
  expect(await doorOf('G2')).toMatchObject({ status: 'free', label: null });
  const end = { meetingId: meeting.id, result: 'Bilgi verildi.', isInformed: true };
  await counter.ok('meeting.end', end, units.connection);
  expect(await doorOf('G1')).toMatchObject({ status: 'free', label: null, since: null });
});

test('FF-3 the hall shows and calls out the number with its room', async () => {
  const { id, label } = await issue(counter);
  const meeting = await handOver(counter, id, { roomCode: 'G1' });
  const call = { ...{ label, letter: 'A', colour: 'blue', calledAt: nowIso(), callNo: 1 } };
  const place = { kind: 'room', name: 'Görüşme Odası 1' };
  expect((await hallNow()).calls).toEqual([{ ...call, place, isAwaited: true }]);
  await counter.ok('meeting.start', { meetingId: meeting.id }, units.connection);
  expect((await hallNow()).calls).toEqual([{ ...call, place, isAwaited: false }]);
});

test('who is awaited next stands below, by time of arrival', async () => {
  for (let count = 0; count < 6; count += 1) {
    const { id } = await issue(counter);
    counter.clock.advance(minute);
    await counter.ok('ticket.transfer', { ticketId: id, to: { kind: 'room', code: 'G2' } }, at.reception);
  }
  expect(await doorOf('G2')).toMatchObject({ next: ['A101', 'A102', 'A103', 'A104'], waiting: 6 });
});

test('a door whose room the branch no longer has says so', async () => {
  const other = { ...rooms.first, unit: 'Bağlantı Müdürlüğü', unitCode: 'BAGLANTI' };
  await counter.ok('settings.saveRooms', { rooms: [other] }, at.admin);
  expect(await doorOf('G2')).toMatchObject({ room: null, status: 'free', next: [], waiting: 0 });
});

test('FF-4 neither subject nor name, and no id, ever reaches a door or the hall', async () => {
  const { id } = await issue(counter);
  const { ticket } = await counter.ok('ticket.callNext', {}, at.first);
  await counter.ok('ticket.start', { ticketId: id }, at.first);
  const application = anApplication({ ticketId: id });
  const { applicationId, applicationNo } = await counter.ok('application.register', application, at.first);
  const meeting = await handOver(counter, ticket.id, { roomCode: 'G1', applicationId }, at.first);
  await counter.ok('meeting.start', { meetingId: meeting.id }, units.connection);
  const text = JSON.stringify([await doorOf('G1'), await hallNow()]);
  expect(text).toContain(meeting.ticketLabel);
  const { users } = await counter.ok('user.list', {}, at.admin);
  const people = users.flatMap(({ id: userId, displayName, username }) => [userId, displayName, username]);
  const { name, phone, identityNo } = application.applicant;
  const secrets = [...people, name, phone, identityNo, application.description, meeting.subject];
  const ids = [applicationId, applicationNo, meeting.id, id];
  expect([...secrets, ...ids].filter((secret) => secret !== null && text.includes(secret))).toEqual([]);
});
