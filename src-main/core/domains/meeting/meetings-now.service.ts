import type { Room } from '../../../../src-shared/contract/branch-settings.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Meeting, RoomNow, UnitNow } from '../../../../src-shared/contract/meeting.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import type { Unit } from '../../../../src-shared/contract/unit.ts';
import { roomsOfUnit, unitOfRoom } from '../../../../src-shared/rules/rooms-of-unit.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { seenWords } from '../person/person-view.ts';
import { plainViewerOf, sightsOf } from '../person/viewer.ts';
import { userById } from '../session/users.repo.ts';
import { waitingForRooms } from '../ticket/ticket.repo.ts';
import { today } from '../ticket/ticket-services.ts';
import { meetingById, meetingsDone, openMeetings } from './meeting.repo.ts';
import { notOfYourUnit } from './meeting-refusals.ts';
import { type MeetingServices, mayActFor, meetingPlaces, unitsOfUser } from './meeting-services.ts';
import { presenceOf } from './presence.repo.ts';

type Method = 'meeting.rooms' | 'meeting.mine' | 'meeting.get';

/** Before this nothing can be of today. */
const dayMillis = 86_400_000;

/** The rooms, units and meetings as they are now. */
export function meetingQueries({ db, clock }: MeetingServices): Handlers<Method> {
  return {
    'meeting.rooms': async (context) => {
      const { rooms, units } = await meetingPlaces(db);
      const open = (await openMeetings(db)).map((meeting) =>
        mayActFor(context, meeting.unitCode, units) ? meeting : withoutMatter(meeting),
      );
      const waiting = await waitingForRooms(db, today(clock));
      const unitsNow = [];
      for (const unit of units) unitsNow.push(await unitNow(unit));
      return succeed({
        rooms: rooms.map((room) => roomNow(room, units, open, waiting)),
        units: unitsNow,
        online: open.filter(({ room }) => room === null),
        conflicts: open.filter(({ conflict }) => conflict !== null),
      });

      async function unitNow(unit: Unit): Promise<UnitNow> {
        const { unitCode, unitName, teamCodes, teamsAddress } = unit;
        const { own } = roomsOfUnit(unitCode, rooms, units);
        return {
          ...{ unitCode, unitName, teamCodes: [...teamCodes] },
          people: await peopleOf(db, unit, open, clock.now()),
          waiting: waitingIn(own, waiting).length,
          hasTeams: teamsAddress !== null,
        };
      }
    },

    'meeting.mine': async (context) => {
      const { rooms, units } = await meetingPlaces(db);
      const mine = unitsOfUser(userOf(context).id, units);
      const codes = mine.map(({ unitCode }) => unitCode);
      const open = (await openMeetings(db)).filter(({ unitCode }) => codes.includes(unitCode));
      const waiting = await waitingForRooms(db, today(clock));
      const ours = codes.flatMap((code) => {
        const { own, shared } = roomsOfUnit(code, rooms, units);
        return [...own, ...shared];
      });
      const done = await meetingsDone(db, codes, new Date(clock.now() - dayMillis).toISOString());
      return succeed({
        units: mine.map(({ unitCode, unitName }) => ({ unitCode, unitName })),
        alerts: open.filter(({ status }) => status === 'held'),
        current: open.filter(({ status }) => status === 'in_progress'),
        waiting: waitingIn([...new Set(ours)], waiting).map((ticket) => ({
          ...ticket,
          roomCode: ticket.target?.code ?? '',
          roomName: ticket.target?.name ?? '',
        })),
        done: done.filter(({ endedAt }) => endedAt !== null && localDay(endedAt) === today(clock)),
      });
    },

    'meeting.get': async (context, { meetingId }) => {
      const meeting = await meetingById(db, meetingId);
      if (meeting === undefined) return fail('not_found');
      const { units } = await meetingPlaces(db);
      if (!mayActFor(context, meeting.unitCode, units)) return notOfYourUnit(meeting);
      const sights = sightsOf(await plainViewerOf(db, context), false);
      return succeed({ meeting: { ...meeting, result: seenWords(meeting.result, sights) } });
    },
  };
}

/** That a room is taken is told to every unit, by whom and why only to its own. */
function withoutMatter(meeting: Meeting): Meeting {
  return { ...meeting, topicCode: '', subject: '', application: null, link: null };
}

function roomNow(
  room: Room,
  units: readonly Unit[],
  open: readonly Meeting[],
  waiting: readonly Ticket[],
): RoomNow {
  const meeting = open.find((item) => item.room?.roomCode === room.roomCode && item.conflict !== 'room');
  const owner = unitOfRoom(room, units);
  const queue = waitingIn([room], waiting);
  const [next] = queue;
  return {
    roomCode: room.roomCode,
    roomName: room.roomName,
    unitCode: owner?.unitCode ?? null,
    unitName: owner?.unitName ?? room.unit,
    state: meeting === undefined ? 'free' : meeting.status === 'held' ? 'held' : 'busy',
    meeting: meeting ?? null,
    waiting: queue.length,
    next: next === undefined ? null : { ticketId: next.id, label: next.label },
  };
}

/** By name. Busy is who talks with somebody, wherever that is. */
async function peopleOf(
  db: Reader,
  { memberIds }: Unit,
  open: readonly Meeting[],
  now: number,
): Promise<UnitNow['people']> {
  const talking = new Set(open.map(({ startedBy }) => startedBy?.id));
  const people = [];
  for (const id of memberIds) {
    const user = await userById(db, id);
    if (user?.isActive !== true) continue;
    const presence = talking.has(id) ? 'busy' : await presenceOf(db, id, now);
    people.push({ name: user.displayName, presence } as const);
  }
  return people.toSorted((a, b) => a.name.localeCompare(b.name, 'tr'));
}

function waitingIn(rooms: readonly Room[], waiting: readonly Ticket[]): readonly Ticket[] {
  const codes = new Set(rooms.map(({ roomCode }) => roomCode));
  return waiting.filter(({ target }) => target !== null && codes.has(target.code));
}
