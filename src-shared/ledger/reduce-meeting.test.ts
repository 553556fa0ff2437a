import { expect, test } from 'vitest';
import { entryWriter } from '../testing/entries.ts';
import type { PayloadOf } from './entry-types.ts';
import { type MeetingMove, type MeetingStatus, meetingMoves, meetingStates } from './meeting-moves.ts';
import { foldMeeting } from './reduce-meeting.ts';

const opening: PayloadOf<'meeting.opened'> = {
  ticketId: 'ticket-1',
  ticketLabel: 'A101',
  unitCode: 'BAGLANTI',
  unitName: 'Bağlantı Müdürlüğü',
  room: { roomCode: 'G1', roomName: 'Görüşme Odası 1' },
  mode: 'in_person',
  topicCode: 'connection_new',
  subject: 'Yeni bağlantı',
  applicationId: null,
  from: { deskCode: 'B1', deskName: 'Banko 1' },
  back: { kind: 'desk', code: 'B1', name: 'Banko 1' },
};
const category = { kind: 'category', code: 'general', name: 'Genel' } as const;
const joinUrl = 'https://teams.microsoft.com/l/meeting/new?subject=A101';

const payloads: { readonly [M in MeetingMove]: PayloadOf<M> } = {
  'meeting.started': {},
  'meeting.ended': { result: 'Belgeler tamam.', isInformed: true },
  'meeting.returned': { to: category, result: 'Ödeme bekleniyor.' },
  'meeting.cancelled': { reason: 'no_show' },
  'meeting.link_made': { joinUrl, by: 'deep_link' },
  'meeting.link_failed': { reason: 'Teams yanıt vermedi.' },
};
const moves = Object.keys(payloads) as MeetingMove[];

/** By which moves a meeting comes into each state. */
const ways: Record<MeetingStatus, readonly MeetingMove[]> = {
  held: [],
  in_progress: ['meeting.started'],
  ended: ['meeting.started', 'meeting.ended'],
  returned: ['meeting.returned'],
  cancelled: ['meeting.cancelled'],
};

const stream = { kind: 'meeting', id: 'meeting-1' };

function after(...made: readonly MeetingMove[]) {
  const writer = entryWriter(stream);
  return [writer.write('meeting.opened', opening), ...made.map((move) => writer.write(move, payloads[move]))];
}

test.each(meetingStates)('from %s each move leads where the table says, or changes nothing', (state) => {
  for (const move of moves) {
    const before = foldMeeting(after(...ways[state]));
    const result = foldMeeting(after(...ways[state], move));
    const allowed: Partial<Record<MeetingStatus, MeetingStatus>> = meetingMoves[move];
    expect(before?.status).toBe(state);
    expect([move, result?.status]).toEqual([move, allowed[state] ?? state]);
    if (allowed[state] === undefined) expect(result).toEqual(before);
  }
});

test('what ended, went back or was called off stays so', () => {
  const over = ['ended', 'returned', 'cancelled'] as const;
  const ways = moves.flatMap((move) => over.map((state) => Object.keys(meetingMoves[move]).includes(state)));
  expect(ways).not.toContain(true);
});

test('the same entries give the same meeting in whatever order and however often they came', () => {
  const entries = after('meeting.link_failed', 'meeting.link_made', 'meeting.started', 'meeting.ended');
  const [opened] = entries;
  const whole = foldMeeting(entries);
  expect(whole).toEqual({
    ...opening,
    id: 'meeting-1',
    status: 'ended',
    openedAt: opened?.at,
    openedStamp: opened?.recordedAt,
    openedBy: 'user-1',
    startedAt: entries[3]?.at,
    startedBy: 'user-1',
    endedAt: entries[4]?.at,
    endedBy: 'user-1',
    result: 'Belgeler tamam.',
    isInformed: true,
    returnedTo: null,
    cancelReason: null,
    link: { joinUrl, by: 'deep_link' },
    linkFailure: null,
  });
  expect(foldMeeting(entries.toReversed())).toEqual(whole);
  expect(foldMeeting([...entries, ...entries])).toEqual(whole);
});

test('of two who end one meeting the first by order stands, and nothing is there before its opening', () => {
  const entries = after('meeting.returned', 'meeting.ended');
  expect(foldMeeting(entries)).toMatchObject({ status: 'returned', returnedTo: category, isInformed: false });
  expect(foldMeeting(entries.slice(1))).toBeUndefined();
});

test('what a newer Banko adds is passed over', () => {
  const writer = entryWriter(stream);
  const entries = [
    writer.write('meeting.opened', opening),
    writer.unchecked('meeting.recorded', { by: 'nobody' }),
    writer.unchecked('meeting.started', {}, 2),
    writer.unchecked('meeting.link_made', { joinUrl: 'javascript:alert(1)', by: 'graph' }),
  ];
  expect(foldMeeting(entries)).toMatchObject({ status: 'held', link: null });
});
