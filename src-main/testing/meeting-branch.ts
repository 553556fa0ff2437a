import type { InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import type { Meeting } from '../../src-shared/contract/meeting.ts';
import type { TestCore, TestCoreOptions } from './make-core.ts';
import { at, openQueueBranch } from './queue-branch.ts';
import { signInAs } from './workplace.ts';

/** Beside those of the queue's branch: an expert of each of the two units. */
export const units = {
  connection: { window: 'expert-one' },
  metering: { window: 'expert-two' },
} as const;

export const rooms = {
  first: { roomCode: 'G1', roomName: 'Görüşme Odası 1' },
  second: { roomCode: 'G2', roomName: 'Görüşme Odası 2' },
  shared: { roomCode: 'G3', roomName: 'Görüşme Odası 3' },
} as const;

/** The queue's branch with two units, a room of each, a room of all, and an expert of each signed in. */
export async function openMeetingBranch(options: TestCoreOptions = {}): Promise<TestCore> {
  const counter = await openQueueBranch(options);
  await signInAs(counter, 'unit', units.connection.window);
  await signInAs(counter, 'unit', units.metering.window);
  await setUnits(counter);
  return counter;
}

/** Needs the experts among the users. */
export async function setUnits(counter: TestCore): Promise<void> {
  const { users } = await counter.ok('user.list', {}, at.admin);
  const idOf = (window: string) => users.filter(({ username }) => username === window).map(({ id }) => id);
  await counter.ok(
    'settings.saveUnits',
    {
      units: [
        {
          unitCode: 'BAGLANTI',
          unitName: 'Bağlantı Müdürlüğü',
          teamCodes: ['connection'],
          teamsAddress: 'baglanti@oedas.example',
          memberIds: idOf(units.connection.window),
        },
        {
          unitCode: 'SAYAC',
          unitName: 'Sayaç Şefliği',
          teamCodes: ['metering'],
          teamsAddress: null,
          memberIds: idOf(units.metering.window),
        },
      ],
    },
    at.admin,
  );
  await counter.ok(
    'settings.saveRooms',
    {
      rooms: [
        { ...rooms.first, unit: 'Bağlantı Müdürlüğü', unitCode: 'BAGLANTI' },
        { ...rooms.second, unit: 'Sayaç Şefliği', unitCode: 'SAYAC' },
        { ...rooms.shared, unit: 'Ortak kullanım', unitCode: null },
      ],
    },
    at.admin,
  );
}

type HandOver = InputOf<'meeting.handOver'>;

/** To the connection unit, in any free room, unless the changes say otherwise. */
export function aHandOver(ticketId: string, changes: Partial<HandOver> = {}): HandOver {
  return {
    ...{ ticketId, unitCode: 'BAGLANTI', roomCode: null, mode: 'in_person' },
    ...{ topicCode: 'connection_new', applicationId: null },
    ...changes,
  };
}

export async function handOver(
  counter: TestCore,
  ticketId: string,
  changes: Partial<HandOver> = {},
  window: { readonly window: string } = at.reception,
): Promise<Meeting> {
  const answer = await counter.ok('meeting.handOver', aHandOver(ticketId, changes), window);
  if (answer.kind !== 'held') throw new Error('The room was taken');
  return answer.meeting;
}

export const roomsNow = (counter: TestCore): Promise<OutputOf<'meeting.rooms'>> =>
  counter.ok('meeting.rooms', {}, at.reception);
