import { foldTurkish } from '../text/fold.ts';

type Room = {
  readonly roomCode: string;
  readonly unit: string;
  readonly unitCode: string | null;
};
type Unit = { readonly unitCode: string; readonly unitName: string };

/**
 * Whose room it is; undefined for one that every unit uses. A room that an older Banko wrote names its unit by its
 * sign alone.
 */
export function unitOfRoom<U extends Unit>(room: Room, units: readonly U[]): U | undefined {
  if (room.unitCode !== null) return units.find(({ unitCode }) => unitCode === room.unitCode);
  return units.find(({ unitName }) => foldTurkish(unitName) === foldTurkish(room.unit));
}

/** Which rooms a unit meets in: its own first, then those of all; another unit's only where somebody picks it. */
export function roomsOfUnit<R extends Room, U extends Unit>(
  unitCode: string,
  rooms: readonly R[],
  units: readonly U[],
): { readonly own: readonly R[]; readonly shared: readonly R[]; readonly others: readonly R[] } {
  const owned = rooms.map((room) => ({ room, owner: unitOfRoom(room, units)?.unitCode }));
  const whose = (isWanted: (owner: string | undefined) => boolean) =>
    owned.filter(({ owner }) => isWanted(owner)).map(({ room }) => room);
  return {
    own: whose((owner) => owner === unitCode),
    shared: whose((owner) => owner === undefined),
    others: whose((owner) => owner !== undefined && owner !== unitCode),
  };
}
