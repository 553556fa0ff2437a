import { assertNever } from '../text/assert-never.ts';
import { applicationEntries } from './application-entries.ts';
import type { ApplicationState, ApplicationStatus, ConflictReason, SmsMessage } from './application-state.ts';
import { type Entry, inOrder } from './entry.ts';
import { isOneOf, type KnownEntry, type KnownOf, knownEntry, type PayloadOf } from './entry-types.ts';
import { isAttachmentEntry, noAttachments, reduceAttachments } from './reduce-attachments.ts';
import { isPrintEntry, reducePrints } from './reduce-prints.ts';

/** The state after all of a stream's entries; undefined until its registration has arrived. */
export function foldApplication(entries: readonly Entry[]): ApplicationState | undefined {
  const known = inOrder(entries).flatMap((entry) => knownEntry(entry) ?? []);
  // A wrong clock can sort a registration behind what it caused; nothing can happen to an application before it.
  const registration = known.find((item) => item.type === 'application.registered');
  if (registration === undefined) return undefined;
  const rest = known.filter((item) => item !== registration);
  return [registration, ...rest].reduce<ApplicationState | undefined>(reduceApplication, undefined);
}

/** One step of the fold. Pure; `state` is undefined only before the registration. */
export function reduceApplication(
  state: ApplicationState | undefined,
  known: KnownEntry,
): ApplicationState | undefined {
  if (state === undefined)
    return known.type === 'application.registered' ? begin(known.entry, known.payload) : undefined;
  if (isPrintEntry(known)) return { ...state, prints: reducePrints(state.prints, known) };
  if (isAttachmentEntry(known)) return { ...state, attachments: reduceAttachments(state.attachments, known) };
  if (!isOneOf(known, applicationEntries)) return state;
  return { ...apply(state, known), lastEntryAt: known.entry.at };
}

function begin(entry: Entry, payload: PayloadOf<'application.registered'>): ApplicationState {
  return {
    id: entry.stream.id,
    status: 'registered',
    registration: { ...happening(entry), ...payload },
    notices: [],
    routings: [],
    answers: [],
    returns: [],
    calls: [],
    isCalledSinceAnswer: false,
    messages: [],
    prints: [],
    attachments: noAttachments,
    closing: null,
    conflicts: [],
    lastEntryAt: entry.at,
  };
}

function apply(state: ApplicationState, known: KnownOf<keyof typeof applicationEntries>): ApplicationState {
  const { entry } = known;
  switch (known.type) {
    case 'application.registered':
      return withConflict(state, entry, 'registered_before');
    case 'notice.given':
      return { ...state, notices: [...state.notices, { ...happening(entry), ...known.payload }] };
    case 'application.routed':
      if (state.status === 'closed') return withConflict(state, entry, 'closed_before');
      return {
        ...state,
        status: 'routed',
        routings: [...state.routings, { ...happening(entry), ...known.payload }],
      };
    case 'application.taken':
      if (!isWith(state, known.payload.teamCode)) return withConflict(state, entry, 'not_open_to_team');
      return { ...state, status: 'in_progress_at_team' };
    case 'team.answered': {
      const answers = [...state.answers, { ...happening(entry), ...known.payload }];
      if (!isWith(state, known.payload.teamCode))
        return withConflict({ ...state, answers }, entry, 'not_open_to_team');
      return { ...state, answers, isCalledSinceAnswer: false, status: 'answered_by_team' };
    }
    case 'team.returned': {
      const returns = [...state.returns, { ...happening(entry), ...known.payload }];
      if (!isWith(state, known.payload.teamCode))
        return withConflict({ ...state, returns }, entry, 'not_open_to_team');
      return { ...state, returns, status: 'returned_to_router' };
    }
    case 'call.attempted':
      return {
        ...state,
        status: afterCall(state.status),
        calls: [...state.calls, { ...happening(entry), ...known.payload }],
        isCalledSinceAnswer: true,
      };
    case 'application.closed':
      return close(state, entry, known.payload);
    case 'sms.requested':
      return { ...state, messages: requestSms(state.messages, entry, known.payload) };
    case 'sms.reported':
      return { ...state, messages: state.messages.map((sms) => reportSms(sms, entry, known.payload)) };
    default:
      return assertNever(known);
  }
}

/** The team that has the application now; another team's word is kept, but moves nothing. */
function isWith(state: ApplicationState, teamCode: string): boolean {
  const isOpenToTeam = state.status === 'routed' || state.status === 'in_progress_at_team';
  return isOpenToTeam && state.routings.at(-1)?.teamCode === teamCode;
}

/** A call while a team still works on it informs the consumer, but does not take it from the team. */
function afterCall(status: ApplicationStatus): ApplicationStatus {
  return status === 'registered' || status === 'answered_by_team' ? 'contacting_customer' : status;
}

/** The first closing stands; a later one is a conflict. One that crossed a routing stands, and is shown. */
function close(
  state: ApplicationState,
  entry: Entry,
  payload: PayloadOf<'application.closed'>,
): ApplicationState {
  if (state.closing !== null) return withConflict(state, entry, 'closed_before');
  const closed: ApplicationState = {
    ...state,
    status: 'closed',
    closing: { ...happening(entry), ...payload },
  };
  const wasWithTeam = state.status === 'routed' || state.status === 'in_progress_at_team';
  return wasWithTeam ? withConflict(closed, entry, 'closed_without_answer') : closed;
}

function requestSms(
  messages: readonly SmsMessage[],
  entry: Entry,
  payload: PayloadOf<'sms.requested'>,
): readonly SmsMessage[] {
  if (messages.some((sms) => sms.smsId === payload.smsId)) return messages;
  return [...messages, { ...happening(entry), ...payload, state: 'waiting', detail: '', reportedAt: null }];
}

/** Delivered and failed are final: a late or repeated `accepted` does not take them back. */
function reportSms(sms: SmsMessage, entry: Entry, report: PayloadOf<'sms.reported'>): SmsMessage {
  const isFinal = sms.state === 'delivered' || (sms.state === 'failed' && report.state !== 'delivered');
  if (sms.smsId !== report.smsId || isFinal) return sms;
  return { ...sms, state: report.state, detail: report.detail, reportedAt: entry.at };
}

function withConflict(state: ApplicationState, entry: Entry, reason: ConflictReason): ApplicationState {
  return { ...state, conflicts: [...state.conflicts, { ...happening(entry), type: entry.type, reason }] };
}

function happening(entry: Entry) {
  return { entryId: entry.id, at: entry.at, actor: entry.actor };
}
