import type { ApplicationState } from '../ledger/application-state.ts';

export const closingGapCodes = ['team_answer', 'call', 'notice'] as const;
export type ClosingGap = (typeof closingGapCodes)[number];

/**
 * What is still missing before an application may be closed (process.md, rules 2 and 3): the answer of the
 * team that it was routed to, a call attempt where the consumer asked to be called (one before the answer
 * could not have told the outcome), the privacy notice.
 * The outcome in words and its durable medium come with the closing itself.
 */
export function closingGaps(state: ApplicationState): readonly ClosingGap[] {
  const isWithTeam = ['routed', 'in_progress_at_team', 'returned_to_router'].includes(state.status);
  const { replyChannel, applicant } = state.registration;
  const lacks: Record<ClosingGap, boolean> = {
    team_answer: isWithTeam,
    call: replyChannel === 'telephone' && applicant.kind !== 'anonymous' && !state.isCalledSinceAnswer,
    notice: applicant.kind !== 'anonymous' && state.notices.length === 0,
  };
  return closingGapCodes.filter((gap) => lacks[gap]);
}

/** Which media can carry the outcome to this applicant. */
export function canReceive(state: ApplicationState, medium: 'sms' | 'email' | 'letter' | 'none'): boolean {
  const { applicant, premises } = state.registration;
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
