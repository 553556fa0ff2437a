import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Meeting, RoomNow } from '../../../src-shared/contract/meeting.ts';

/** A card of the screen: a room with what is in it, or a meeting that has none to itself. */
export type MeetingPlace = {
  readonly key: string;
  readonly room: RoomNow | null;
  readonly meeting: Meeting | null;
};

/** Rooms in the branch's order, then who meets over Teams at a desk, then what shares a room by mistake. */
export function placesNow({
  rooms,
  online,
  conflicts,
}: Pick<OutputOf<'meeting.rooms'>, 'rooms' | 'online' | 'conflicts'>): readonly MeetingPlace[] {
  const shown = new Set([...rooms.map(({ meeting }) => meeting?.id), ...online.map(({ id }) => id)]);
  const others = conflicts.filter(({ id }) => !shown.has(id));
  return [
    ...rooms.map((room) => ({ key: `room/${room.roomCode}`, room, meeting: room.meeting })),
    ...[...online, ...others].map((meeting) => ({ key: `meeting/${meeting.id}`, room: null, meeting })),
  ];
}

/** What is shown while nobody has picked a card: one's own meeting, then who is on the way, then any. */
export function firstPlace(
  places: readonly MeetingPlace[],
  mine: Pick<OutputOf<'meeting.mine'>, 'current' | 'alerts'> | undefined,
): MeetingPlace | undefined {
  const own = [...(mine?.current ?? []), ...(mine?.alerts ?? [])].map(({ id }) => id);
  const ofOwn = own
    .map((id) => places.find(({ meeting }) => meeting?.id === id))
    .find((place) => place !== undefined);
  return ofOwn ?? places.find(({ meeting }) => meeting !== null) ?? places[0];
}
