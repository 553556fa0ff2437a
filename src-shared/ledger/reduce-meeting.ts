import { assertNever } from '../text/assert-never.ts';
import { type Entry, inOrder } from './entry.ts';
import { isOneOf, type KnownOf, knownEntry, type PayloadOf } from './entry-types.ts';
import { meetingEntries } from './meeting-entries.ts';
import { type MeetingMove, type MeetingStatus, meetingAfter } from './meeting-moves.ts';
import type { TicketTarget } from './ticket-entries.ts';

/** One meeting as the fold of its stream sees it. */
export type MeetingState = PayloadOf<'meeting.opened'> & {
  readonly id: string;
  readonly status: MeetingStatus;
  readonly openedAt: string;
  /** Of two that were opened for one room, or for one number, the one with the earlier stamp stands. */
  readonly openedStamp: string;
  readonly openedBy: string;
  readonly startedAt: string | null;
  readonly startedBy: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly result: string;
  readonly isInformed: boolean;
  readonly returnedTo: TicketTarget | null;
  readonly cancelReason: PayloadOf<'meeting.cancelled'>['reason'] | null;
  readonly link: PayloadOf<'meeting.link_made'> | null;
  /** Why there is no link (yet); null once there is one. */
  readonly linkFailure: string | null;
};

/** The state after all of a meeting's entries; undefined until its opening has arrived. */
export function foldMeeting(entries: readonly Entry[]): MeetingState | undefined {
  const known = inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter((item) => isOneOf(item, meetingEntries));
  const opening = known.find((item) => item.type === 'meeting.opened');
  if (opening === undefined) return undefined;
  return known
    .filter((item) => item.type !== 'meeting.opened')
    .reduce<MeetingState>(reduceMeeting, begin(opening));
}

function reduceMeeting(state: MeetingState, known: KnownOf<MeetingMove>): MeetingState {
  const status = meetingAfter(known.type, state.status);
  return status === undefined ? state : { ...state, ...changeOf(known), status };
}

function begin({ entry, payload }: KnownOf<'meeting.opened'>): MeetingState {
  return {
    ...payload,
    id: entry.stream.id,
    status: 'held',
    openedAt: entry.at,
    openedStamp: entry.recordedAt,
    openedBy: entry.actor,
    startedAt: null,
    startedBy: null,
    endedAt: null,
    endedBy: null,
    result: '',
    isInformed: false,
    returnedTo: null,
    cancelReason: null,
    link: null,
    linkFailure: null,
  };
}

function changeOf(known: KnownOf<MeetingMove>): Partial<MeetingState> {
  const { at, actor } = known.entry;
  const ended = { endedAt: at, endedBy: actor };
  switch (known.type) {
    case 'meeting.started':
      return { startedAt: at, startedBy: actor };
    case 'meeting.ended':
      return { ...ended, ...known.payload };
    case 'meeting.returned':
      return { ...ended, result: known.payload.result, returnedTo: known.payload.to };
    case 'meeting.cancelled':
      return { ...ended, cancelReason: known.payload.reason };
    case 'meeting.link_made':
      return { link: known.payload, linkFailure: null };
    case 'meeting.link_failed':
      return { linkFailure: known.payload.reason };
    default:
      return assertNever(known);
  }
}
