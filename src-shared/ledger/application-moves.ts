import type { outcomeKinds } from './application-entries.ts';

/** What an application can be in; a draft is none yet and lives in the store of the PC where it is written. */
export const applicationStates = [
  'registered',
  'routed',
  'in_progress_at_team',
  'answered_by_team',
  'returned_to_router',
  'contacting_customer',
  'waiting_for_applicant',
  'reopened',
  'closed',
  'referred_to_supplier',
  'merged_duplicate',
  'cancelled_by_applicant',
] as const;
export type ApplicationStatus = (typeof applicationStates)[number];

/** Those that a closing leads to. */
export const finalStates = [
  'closed',
  'referred_to_supplier',
  'merged_duplicate',
  'cancelled_by_applicant',
] as const satisfies readonly ApplicationStatus[];
export type FinalStatus = (typeof finalStates)[number];

export const applicationMoves = [
  'route',
  'take',
  'answer',
  'return',
  'call',
  'await',
  'supply',
  'close',
  'refer',
  'merge',
  'cancel',
  'reopen',
] as const;
export type ApplicationMove = (typeof applicationMoves)[number];

/** Back to where it stood before it waited. */
type AsBefore = 'as_before';
type Ways = Partial<Record<ApplicationStatus, ApplicationStatus | AsBefore>>;

/** Whatever has to be concluded is in one of these, or with a team. */
function fromEveryOpen(to: ApplicationStatus): Ways {
  return {
    registered: to,
    routed: to,
    in_progress_at_team: to,
    answered_by_team: to,
    returned_to_router: to,
    contacting_customer: to,
    waiting_for_applicant: to,
    reopened: to,
  };
}

/**
 * From which states a move leads where; from any other it moves nothing. The one table of applications: a service
 * refuses what is not in it, the fold keeps it as a conflict for a person.
 */
export const moveTable: Readonly<Record<ApplicationMove, Ways>> = {
  route: fromEveryOpen('routed'),
  take: { routed: 'in_progress_at_team', in_progress_at_team: 'in_progress_at_team' },
  answer: { routed: 'answered_by_team', in_progress_at_team: 'answered_by_team' },
  return: { routed: 'returned_to_router', in_progress_at_team: 'returned_to_router' },
  // A call informs the consumer, and takes the application from nobody who works on it.
  call: {
    registered: 'contacting_customer',
    routed: 'routed',
    in_progress_at_team: 'in_progress_at_team',
    answered_by_team: 'contacting_customer',
    returned_to_router: 'returned_to_router',
    contacting_customer: 'contacting_customer',
    waiting_for_applicant: 'waiting_for_applicant',
    reopened: 'contacting_customer',
    closed: 'closed',
    referred_to_supplier: 'referred_to_supplier',
    merged_duplicate: 'merged_duplicate',
    cancelled_by_applicant: 'cancelled_by_applicant',
  },
  await: {
    registered: 'waiting_for_applicant',
    answered_by_team: 'waiting_for_applicant',
    returned_to_router: 'waiting_for_applicant',
    contacting_customer: 'waiting_for_applicant',
    reopened: 'waiting_for_applicant',
  },
  supply: { waiting_for_applicant: 'as_before' },
  close: fromEveryOpen('closed'),
  refer: fromEveryOpen('referred_to_supplier'),
  merge: fromEveryOpen('merged_duplicate'),
  cancel: fromEveryOpen('cancelled_by_applicant'),
  reopen: {
    closed: 'reopened',
    referred_to_supplier: 'reopened',
    merged_duplicate: 'reopened',
    cancelled_by_applicant: 'reopened',
  },
};

/**
 * The state that a move leads to; undefined where it may not be made.
 * @param before where the application stood before it began to wait for the applicant
 */
export function stateAfter(
  move: ApplicationMove,
  from: ApplicationStatus,
  before: ApplicationStatus,
): ApplicationStatus | undefined {
  const to = moveTable[move][from];
  return to === 'as_before' ? before : to;
}

/** How a closing ends the application, by what became of it. */
export const moveOfOutcome = {
  resolved: 'close',
  rejected: 'close',
  informed: 'close',
  referred_to_supplier: 'refer',
  merged_duplicate: 'merge',
  cancelled_by_applicant: 'cancel',
} as const satisfies Record<(typeof outcomeKinds)[number], ApplicationMove>;

export function isFinal(status: ApplicationStatus): status is FinalStatus {
  return finalStates.some((final) => final === status);
}

/** A team has it and has not answered. */
export function isWithTeam(status: ApplicationStatus): boolean {
  return status === 'routed' || status === 'in_progress_at_team';
}
