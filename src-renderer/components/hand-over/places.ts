import type { RoomNow, UnitNow } from '../../../src-shared/contract/meeting.ts';

/** Where a visitor can meet a unit. */
export type Place =
  | { readonly kind: 'any'; readonly room: RoomNow }
  | { readonly kind: 'room'; readonly room: RoomNow; readonly isFree: boolean; readonly isOthers: boolean }
  | { readonly kind: 'teams' };

type Asked = {
  readonly unit: Pick<UnitNow, 'unitCode' | 'hasTeams'>;
  /** At a desk the visitor can stay there and talk over Teams. */
  readonly isAtDesk: boolean;
  /** Whoever sends on may also let the visitor wait for a room; the unit itself takes only what is free. */
  readonly mayWait: boolean;
};

/** The first free room, then every room: the unit's own, those of all, other units'; of each the free ones first. Teams last. */
export function placesFor(rooms: readonly RoomNow[], { unit, isAtDesk, mayWait }: Asked): readonly Place[] {
  const groups = [
    rooms.filter(({ unitCode }) => unitCode === unit.unitCode),
    rooms.filter(({ unitCode }) => unitCode === null),
    rooms.filter(({ unitCode }) => unitCode !== null && unitCode !== unit.unitCode),
  ];
  const ordered = groups.flatMap((group, index) =>
    group
      .map((room) => ({ kind: 'room', room, isFree: room.state === 'free', isOthers: index === 2 }) as const)
      .toSorted((a, b) => Number(b.isFree) - Number(a.isFree)),
  );
  const first = ordered.find(({ isFree, isOthers }) => isFree && !isOthers);
  return [
    ...(first === undefined ? [] : [{ kind: 'any', room: first.room } as const]),
    ...ordered.filter(({ isFree, isOthers }) => isFree || (mayWait && !isOthers)),
    ...(unit.hasTeams && isAtDesk ? [{ kind: 'teams' } as const] : []),
  ];
}

/** Names a place in a group of radios. */
export function placeKey(place: Place): string {
  return place.kind === 'room' ? `room/${place.room.roomCode}` : place.kind;
}
