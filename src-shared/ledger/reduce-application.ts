import { assertNever } from '../text/assert-never.ts';
import { applicationEntries } from './application-entries.ts';
import { isFinal, isWithTeam, moveOfOutcome, stateAfter } from './application-moves.ts';
import type { ApplicationState, ConflictReason, Happening, Said } from './application-state.ts';
import { type Entry, inOrder } from './entry.ts';
import { isOneOf, type KnownEntry, type KnownOf, knownEntry, type PayloadOf } from './entry-types.ts';
import { isAttachmentEntry, noAttachments, reduceAttachments } from './reduce-attachments.ts';
import { amend, settle } from './reduce-conflicts.ts';
import {
  type ConsentEntry,
  isConsentEntry,
  noConsents,
  reduceConsents,
  standsAgainstReview,
} from './reduce-consents.ts';
import { isPrintEntry, reducePrints } from './reduce-prints.ts';
import { reportSms, requestSms } from './reduce-sms.ts';

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
  if (isConsentEntry(known)) return withConsent(state, known);
  if (!isOneOf(known, applicationEntries)) return state;
  return { ...apply(state, known), lastEntryAt: known.entry.at };
}

function begin(entry: Entry, payload: PayloadOf<'application.registered'>): ApplicationState {
  return {
    id: entry.stream.id,
    status: 'registered',
    statusBefore: 'registered',
    registration: { ...happening(entry), ...payload },
    dueAt: payload.dueAt,
    deadlineBasis: payload.deadlineBasis,
    amendments: [],
    notices: [],
    routings: [],
    escalations: [],
    answers: [],
    returns: [],
    lacksAnswer: false,
    calls: [],
    callsSinceAnswer: [],
    awaiting: null,
    waits: [],
    messages: [],
    prints: [],
    links: [],
    attachments: noAttachments,
    consents: noConsents,
    closing: null,
    closedAt: null,
    closings: [],
    reopenings: [],
    conflicts: [],
    lastEntryAt: entry.at,
  };
}

function apply(state: ApplicationState, known: KnownOf<keyof typeof applicationEntries>): ApplicationState {
  const { entry } = known;
  const now = happening(entry);
  switch (known.type) {
    case 'application.registered':
      return withConflict(state, entry, 'registered_before', state.registration.entryId);
    case 'notice.given':
      return { ...state, notices: [...state.notices, { ...now, ...known.payload }] };
    case 'application.routed': {
      const status = stateAfter('route', state.status, state.statusBefore);
      if (status === undefined) return withConflict(state, entry, 'closed_before', state.closing?.entryId);
      const routings = [...state.routings, { ...now, ...known.payload }];
      return to({ ...endWait(state, entry.at), routings, lacksAnswer: true }, status);
    }
    case 'application.taken':
      if (!isOpenTo(state, known.payload.teamCode)) return notOpen(state, entry);
      return moved(state, entry, 'take');
    case 'team.answered': {
      const kept = { ...state, answers: [...state.answers, { ...now, ...known.payload }] };
      if (!isOpenTo(state, known.payload.teamCode)) return notOpen(kept, entry);
      return moved({ ...kept, lacksAnswer: false, callsSinceAnswer: [] }, entry, 'answer');
    }
    case 'team.returned': {
      const kept = { ...state, returns: [...state.returns, { ...now, ...known.payload }] };
      return isOpenTo(state, known.payload.teamCode) ? moved(kept, entry, 'return') : notOpen(kept, entry);
    }
    case 'call.attempted': {
      const call = { ...now, ...known.payload };
      const calls = [...state.calls, call];
      return moved({ ...state, calls, callsSinceAnswer: [...state.callsSinceAnswer, call] }, entry, 'call');
    }
    case 'applicant.awaited': {
      // Two desks that say the same have one wait.
      if (state.awaiting !== null) return state;
      const waiting = moved(state, entry, 'await');
      if (waiting.status !== 'waiting_for_applicant') return waiting;
      return { ...waiting, statusBefore: state.status, awaiting: { ...now, ...known.payload } };
    }
    case 'applicant.supplied': {
      if (state.awaiting === null) return state;
      return { ...endWait(moved(state, entry, 'supply'), entry.at), dueAt: known.payload.dueAt };
    }
    case 'application.amended':
      return amend(state, entry, known.payload);
    case 'application.escalated': {
      const isKnown = state.escalations.some(({ routingId }) => routingId === known.payload.routingId);
      return isKnown
        ? state
        : { ...state, escalations: [...state.escalations, { ...now, ...known.payload }] };
    }
    case 'application.linked': {
      const others = state.links.filter(({ otherId }) => otherId !== known.payload.otherId);
      return { ...state, links: [...others, { ...now, ...known.payload }] };
    }
    case 'application.unlinked':
      return { ...state, links: state.links.filter(({ otherId }) => otherId !== known.payload.otherId) };
    case 'application.reopened':
      return reopen(state, { ...now, ...known.payload });
    case 'application.closed':
      return close(state, entry, { ...now, ...known.payload });
    case 'conflict.settled':
      return settle(state, { ...now, ...known.payload });
    case 'sms.requested':
      return { ...state, messages: requestSms(state.messages, entry, known.payload) };
    case 'sms.reported':
      return { ...state, messages: state.messages.map((sms) => reportSms(sms, entry, known.payload)) };
    default:
      return assertNever(known);
  }
}

/** Of two reviews of one withdrawal that decide differently the first stands; a person is told of the other. */
function withConsent(state: ApplicationState, known: ConsentEntry): ApplicationState {
  const against = known.type === 'consent.reviewed' ? standsAgainstReview(state.consents, known) : null;
  const next = { ...state, consents: reduceConsents(state.consents, known) };
  return against === null ? next : withConflict(next, known.entry, 'reviewed_before', against);
}

/** The team that has the application now; another team's word is kept, but moves nothing. */
function isOpenTo(state: ApplicationState, teamCode: string): boolean {
  return isWithTeam(state.status) && state.routings.at(-1)?.teamCode === teamCode;
}

function notOpen(state: ApplicationState, entry: Entry): ApplicationState {
  return withConflict(state, entry, 'not_open_to_team', state.routings.at(-1)?.entryId);
}

/** By the table; what it does not allow is kept as a conflict. */
function moved(
  state: ApplicationState,
  entry: Entry,
  move: Parameters<typeof stateAfter>[0],
): ApplicationState {
  const status = stateAfter(move, state.status, state.statusBefore);
  return status === undefined ? withConflict(state, entry, 'not_possible') : to(state, status);
}

function to(state: ApplicationState, status: ApplicationState['status']): ApplicationState {
  return { ...state, status, statusBefore: status === 'waiting_for_applicant' ? state.statusBefore : status };
}

function endWait(state: ApplicationState, at: string): ApplicationState {
  if (state.awaiting === null) return state;
  const { pause, at: from } = state.awaiting;
  return { ...state, awaiting: null, waits: [...state.waits, { pause, from, to: at }] };
}

/** The first closing stands; a later one is a conflict. One that crossed a routing stands, and is shown. */
function close(
  before: ApplicationState,
  entry: Entry,
  closing: Said<'application.closed'>,
): ApplicationState {
  const state = { ...before, closings: [...before.closings, closing] };
  const move = moveOfOutcome[closing.outcomeKind];
  const status = stateAfter(move, state.status, state.statusBefore);
  if (status === undefined) return withConflict(state, entry, 'closed_before', state.closing?.entryId);
  const closed = { ...to(endWait(state, entry.at), status), closing, closedAt: entry.at };
  const needsNoAnswer = move === 'merge' || move === 'cancel';
  return isWithTeam(state.status) && !needsNoAnswer
    ? withConflict(closed, entry, 'closed_without_answer', state.routings.at(-1)?.entryId)
    : closed;
}

/** Whoever reopens what is open already meant the same. */
function reopen(state: ApplicationState, reopening: Said<'application.reopened'>): ApplicationState {
  if (!isFinal(state.status)) return state;
  const { dueAt, deadlineBasis } = reopening;
  return {
    ...to(state, 'reopened'),
    closing: null,
    closedAt: null,
    // What was answered and said before the reopening is not the answer to what it was reopened for.
    lacksAnswer: false,
    callsSinceAnswer: [],
    dueAt,
    deadlineBasis,
    reopenings: [...state.reopenings, reopening],
  };
}

function withConflict(
  state: ApplicationState,
  entry: Entry,
  reason: ConflictReason,
  against: string | null = null,
): ApplicationState {
  const conflict = { ...happening(entry), type: entry.type, reason, against, settled: null };
  return { ...state, conflicts: [...state.conflicts, conflict] };
}

function happening(entry: Entry): Happening {
  return { entryId: entry.id, at: entry.at, actor: entry.actor };
}
