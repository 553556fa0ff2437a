import { amendableValue, amendment, stillHolds } from './amendments.ts';
import { moveOfOutcome, moveTable } from './application-moves.ts';
import type { ApplicationState, Conflict, Said } from './application-state.ts';
import type { Entry } from './entry.ts';
import type { PayloadOf } from './entry-types.ts';

type Amendment = Said<'application.amended'>;

/**
 * Puts right what the registration says. Two desks that changed different fields both have their way; where a field
 * no longer holds what the writer saw, the whole amendment waits for a person. Both saying the same is no conflict.
 */
export function amend(
  state: ApplicationState,
  entry: Entry,
  payload: PayloadOf<'application.amended'>,
): ApplicationState {
  const said = { entryId: entry.id, at: entry.at, actor: entry.actor, ...payload };
  const kept = { ...state, amendments: [...state.amendments, said] };
  const crossed = payload.changes.find(
    ({ field, from, to }) =>
      !stillHolds(state.registration, field, from) && !stillHolds(state.registration, field, to),
  );
  if (crossed === undefined) return take(kept, said);
  const conflict: Conflict = {
    entryId: entry.id,
    at: entry.at,
    actor: entry.actor,
    type: entry.type,
    reason: 'amended_before',
    against: lastAmender(state, crossed.field),
    settled: null,
  };
  return { ...kept, conflicts: [...kept.conflicts, conflict] };
}

function take(state: ApplicationState, { changes, ...due }: Amendment): ApplicationState {
  const registration = Object.assign(
    { ...state.registration },
    ...changes.map(({ field, to }) => amendment(field, to)),
  );
  const { dueAt = state.dueAt, deadlineBasis = state.deadlineBasis } = due;
  return { ...state, registration, dueAt, deadlineBasis };
}

function lastAmender(state: ApplicationState, field: Amendment['changes'][number]['field']): string | null {
  return (
    state.amendments.findLast(({ changes }) => changes.some((change) => change.field === field))?.entryId ??
    null
  );
}

/**
 * A person has looked at a conflict. `take` puts a closing in the place of the one that stood, or an amendment over
 * what another desk wrote; nothing else can be taken, and nothing is ever lost. The first settlement stands.
 */
export function settle(state: ApplicationState, settled: Said<'conflict.settled'>): ApplicationState {
  const conflict = state.conflicts.find(({ entryId }) => entryId === settled.entryId);
  if (conflict === undefined || conflict.settled !== null) return state;
  const conflicts = state.conflicts.map((item) => (item === conflict ? { ...item, settled } : item));
  const next = { ...state, conflicts };
  return settled.settlement === 'take' ? takeInstead(next, settled.entryId) : next;
}

/** Whether a person may choose what had not taken effect. */
export function canBeTaken({ type, reason }: Conflict): boolean {
  return (
    (type === 'application.closed' && reason === 'closed_before') ||
    (type === 'application.amended' && reason === 'amended_before')
  );
}

function takeInstead(state: ApplicationState, entryId: string): ApplicationState {
  const said = state.amendments.find((item) => item.entryId === entryId);
  if (said !== undefined) return take(state, said);
  const closing = state.closings.find((item) => item.entryId === entryId);
  // Reopened meanwhile: there is no standing closing whose place it could take.
  if (closing === undefined || state.closing === null) return state;
  const status = moveTable[moveOfOutcome[closing.outcomeKind]].registered;
  return status === undefined || status === 'as_before'
    ? state
    : { ...state, closing, status, statusBefore: status };
}

/** What an amendment would write and what stands there now, field by field, for whoever has to choose. */
export function sideBySide(state: ApplicationState, { changes }: Amendment) {
  return changes.map(({ field, from, to }) => ({
    field,
    from,
    theirs: to,
    standing: amendableValue(state.registration, field),
  }));
}
