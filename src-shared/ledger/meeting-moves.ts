import type { meetingEntries } from './meeting-entries.ts';

/** `held`: the room is kept and the visitor on the way. */
export const meetingStates = ['held', 'in_progress', 'ended', 'returned', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStates)[number];

/** In which a meeting has its room and its visitor. */
export const openMeetingStates = ['held', 'in_progress'] as const satisfies readonly MeetingStatus[];

export type MeetingMove = Exclude<keyof typeof meetingEntries, 'meeting.opened'>;

/** From which states a move leads where; from any other it changes nothing. */
export const meetingMoves = {
  'meeting.started': { held: 'in_progress' },
  'meeting.ended': { held: 'ended', in_progress: 'ended' },
  'meeting.returned': { held: 'returned', in_progress: 'returned' },
  'meeting.cancelled': { held: 'cancelled' },
  'meeting.link_made': { held: 'held', in_progress: 'in_progress' },
  'meeting.link_failed': { held: 'held', in_progress: 'in_progress' },
} as const satisfies Record<MeetingMove, Partial<Record<MeetingStatus, MeetingStatus>>>;

/** The state that a move leads to; undefined where it may not be made. */
export function meetingAfter(move: MeetingMove, from: MeetingStatus): MeetingStatus | undefined {
  const ways: Partial<Record<MeetingStatus, MeetingStatus>> = meetingMoves[move];
  return ways[from];
}
