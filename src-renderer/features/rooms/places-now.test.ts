import { expect, test } from 'vitest';
import type { Meeting, RoomNow } from '../../../src-shared/contract/meeting.ts';
import { firstPlace, placesNow } from './places-now.ts';

function meeting(id: string, roomCode: string | null): Meeting {
  const desk = { deskCode: 'B1', deskName: 'Banko 1' };
  return {
    ...{ id, status: 'held', ticketId: `ticket-${id}`, ticketLabel: 'A101' },
    ...{ unitCode: 'BAGLANTI', unitName: 'Bağlantı Müdürlüğü', mode: 'in_person' },
    room: roomCode === null ? null : { roomCode, roomName: `Oda ${roomCode}` },
    ...{ topicCode: 'other', subject: 'Diğer', application: null, from: desk },
    ...{ back: { kind: 'desk', code: 'B1', name: 'Banko 1' }, openedAt: '2026-03-10T07:00:00.000Z' },
    ...{ startedAt: null, startedBy: null, endedAt: null, result: '', isInformed: false },
    ...{ link: null, linkFailure: null, conflict: null },
  };
}

function room(roomCode: string, inside: Meeting | null): RoomNow {
  return {
    ...{ roomCode, roomName: `Oda ${roomCode}`, unitCode: null, unitName: 'Ortak' },
    ...{ state: inside === null ? 'free' : 'held', meeting: inside, waiting: 0, next: null },
  };
}

const [inside, online, double] = [meeting('inside', 'G2'), meeting('online', null), meeting('double', 'G2')];
const places = placesNow({
  rooms: [room('G1', null), room('G2', inside)],
  online: [online],
  conflicts: [double, inside],
});

test('each meeting has one card: its room’s, or its own over Teams and where it shares a room', () => {
  expect(places.map(({ key }) => key)).toEqual(['room/G1', 'room/G2', 'meeting/online', 'meeting/double']);
});

test('one’s own meeting is shown first, then who is on the way to one’s unit, then any meeting, then any room', () => {
  expect(firstPlace(places, { current: [online], alerts: [inside] })?.meeting).toBe(online);
  expect(firstPlace(places, { current: [], alerts: [double] })?.meeting).toBe(double);
  expect(firstPlace(places, undefined)?.meeting).toBe(inside);
  expect(firstPlace(places.slice(0, 1), undefined)?.key).toBe('room/G1');
  expect(firstPlace([], undefined)).toBeUndefined();
});
