import type { durableMedia, outcomeKinds } from '../ledger/application-entries.ts';
import { isWithTeam } from '../ledger/application-moves.ts';
import type { ApplicationState } from '../ledger/application-state.ts';
import type { Topic } from './catalogue.ts';
import type { ChannelProcedure } from './channels.ts';
import { lacksGround, needsGround } from './special-category.ts';

export const closingGapCodes = [
  'waiting',
  'team_answer',
  'call',
  'notice',
  'edms_no',
  'conflict',
  'special_ground',
] as const;
export type ClosingGap = (typeof closingGapCodes)[number];
export type OutcomeKind = (typeof outcomeKinds)[number];

/** What the applicant decides, or goes on by another application: neither answer nor call is owed. */
export const ownWishes = ['merged_duplicate', 'cancelled_by_applicant'] as const satisfies OutcomeKind[];

export function isOwnWish(outcomeKind: OutcomeKind | ''): boolean {
  return ownWishes.some((wish) => wish === outcomeKind);
}

/** What the guard asks of a procedure. */
export type GuardedProcedure = Pick<ChannelProcedure, 'asksNotice' | 'edmsNo' | 'callAttempts'>;

/**
 * What is still missing before an application may be closed (process.md, rules 2 and 3): the answer of the team that
 * it was routed to; a call that reached a consumer who asked to be called, or as many attempts as the procedure
 * wants, since the answer (one before it could not have told the outcome); the privacy notice; the number in the
 * document system where the channel has one; nothing that is still waited for from the applicant; and, where the matter
 * was resolved by means of special-category data, the ground on which that was processed.
 * Somebody who withdraws the application needs neither answer nor call, and a duplicate gets both with the other.
 * The outcome in words and its durable medium come with the closing itself.
 */
export function closingGaps(
  state: ApplicationState,
  procedure: GuardedProcedure,
  outcome: OutcomeKind = 'resolved',
  topic?: Pick<Topic, 'specialCategory'>,
): readonly ClosingGap[] {
  const { replyChannel, applicant, edmsNo } = state.registration;
  const isAnonymous = applicant.kind === 'anonymous';
  const needsWork = !isOwnWish(outcome);
  const lacks: Record<ClosingGap, boolean> = {
    waiting: needsWork && state.awaiting !== null,
    team_answer: needsWork && (isWithTeam(state.status) || state.lacksAnswer),
    call: needsWork && replyChannel === 'telephone' && !isAnonymous && !isCalledEnough(state, procedure),
    notice: procedure.asksNotice && !isAnonymous && state.notices.length === 0,
    edms_no: procedure.edmsNo === 'required' && (edmsNo ?? '') === '',
    conflict: state.conflicts.some(({ type, settled }) => type === 'application.amended' && settled === null),
    special_ground: needsGround[outcome] && lacksGround(state, topic),
  };
  return closingGapCodes.filter((gap) => lacks[gap]);
}

function isCalledEnough({ callsSinceAnswer }: ApplicationState, { callAttempts }: GuardedProcedure): boolean {
  return (
    callsSinceAnswer.some(({ result }) => result === 'reached') || callsSinceAnswer.length >= callAttempts
  );
}

type Reached = {
  readonly applicant: {
    readonly kind: ApplicationState['registration']['applicant']['kind'];
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly premises: object | null;
};

/** Which media can carry the outcome to this applicant. */
export function canReceive({ applicant, premises }: Reached, medium: (typeof durableMedia)[number]): boolean {
  switch (medium) {
    case 'sms':
      return applicant.phone !== null;
    case 'email':
      return applicant.email !== null;
    case 'letter':
      return premises !== null;
    case 'none':
      return applicant.kind === 'anonymous';
  }
}

/**
 * The durable medium that the wanted reply channel asks for; undefined where any will do. Who asked to be called is
 * told on the phone, and keeps the outcome on whatever can reach them (process.md, rule 2).
 */
export function wantedMedium({ registration }: ApplicationState): 'email' | 'letter' | undefined {
  if (registration.applicant.kind === 'anonymous') return undefined;
  if (registration.replyChannel === 'email') return 'email';
  return registration.replyChannel === 'written' ? 'letter' : undefined;
}
