import { expect, test } from 'vitest';
import type { RoomNow } from '../../../src-shared/contract/meeting.ts';
import { placeKey, placesFor } from './places.ts';

function room(roomCode: string, unitCode: string | null, state: RoomNow['state'] = 'free'): RoomNow {
  const nobody = { meeting: null, waiting: 0, next: null };
  return { roomCode, roomName: `Oda ${roomCode}`, unitCode, unitName: unitCode ?? 'Ortak', state, ...nobody };
}

const unit = { unitCode: 'BAGLANTI', hasTeams: true };
const rooms = [
  room('G1', 'BAGLANTI', 'busy'),
  room('G2', 'SAYAC'),
  room('G3', null),
  room('G4', 'BAGLANTI'),
  room('G5', 'SAYAC', 'held'),
];

const keysFor = (given: readonly RoomNow[], isAtDesk: boolean, mayWait: boolean, hasTeams = true) =>
  placesFor(given, { unit: { ...unit, hasTeams }, isAtDesk, mayWait }).map(placeKey);

test('the first free room comes first, then the unit’s own, those of all and other units’ free ones', () => {
  expect(keysFor(rooms, false, true)).toEqual(['any', 'room/G4', 'room/G1', 'room/G3', 'room/G2']);
  expect(placesFor(rooms, { unit, isAtDesk: false, mayWait: true })[0]).toMatchObject({
    kind: 'any',
    room: { roomCode: 'G4' },
  });
});

test('nobody is let wait where only what is free can be taken, and another unit’s room is never waited for', () => {
  expect(keysFor(rooms, false, false)).toEqual(['any', 'room/G4', 'room/G3', 'room/G2']);
});

test('Teams is offered where the visitor sits at a desk and the unit has an address', () => {
  expect(keysFor([], true, true)).toEqual(['teams']);
  expect(keysFor([], false, true)).toEqual([]);
  expect(keysFor([], true, true, false)).toEqual([]);
});

test('where only another unit’s room is free, it is not taken without being picked', () => {
  const busy = [room('G1', 'BAGLANTI', 'busy'), room('G2', 'SAYAC')];
  expect(keysFor(busy, false, true)).toEqual(['room/G1', 'room/G2']);
});
