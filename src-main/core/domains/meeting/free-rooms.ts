import type { Room } from '../../../../src-shared/contract/branch-settings.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { roomsOfUnit } from '../../../../src-shared/rules/rooms-of-unit.ts';
import type { Work } from '../../write.ts';
import { waitingForRooms } from '../ticket/ticket.repo.ts';
import { openMeetings } from './meeting.repo.ts';
import type { MeetingPlaces } from './meeting-services.ts';

type Input = Pick<ParsedInputOf<'meeting.handOver'>, 'unitCode' | 'roomCode' | 'ticketId'>;

type FoundRooms = {
  /** What was asked for, where it is free. */
  readonly wanted: Room | undefined;
  /** What else is free: the unit's own first, then those of all, then other units'. */
  readonly free: readonly Room[];
};

/** Of several, one that nobody waits for comes first. */
export async function findRooms(
  work: Work,
  { unitCode, roomCode, ticketId }: Input,
  { rooms, units }: MeetingPlaces,
  queueDay: string,
): Promise<FoundRooms> {
  const taken = new Set((await openMeetings(work.trx)).map(({ room }) => room?.roomCode));
  const waitedFor = new Set(
    (await waitingForRooms(work.trx, queueDay))
      .filter(({ id }) => id !== ticketId)
      .map(({ target }) => target?.code),
  );
  const { own, shared, others } = roomsOfUnit(unitCode, rooms, units);
  const free = [own, shared, others].flatMap((group) => {
    const open = group.filter((room) => !taken.has(room.roomCode));
    return open.toSorted((a, b) => Number(waitedFor.has(a.roomCode)) - Number(waitedFor.has(b.roomCode)));
  });
  const [best] = free.filter((room) => !others.includes(room));
  const wanted = roomCode === null ? best : free.find((room) => room.roomCode === roomCode);
  return { wanted, free };
}
