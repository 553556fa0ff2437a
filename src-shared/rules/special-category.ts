import type { outcomeKinds } from '../ledger/application-entries.ts';
import type { ApplicationMove, moveOfOutcome } from '../ledger/application-moves.ts';
import type { ApplicationState } from '../ledger/application-state.ts';
import { specialBases } from '../ledger/consent-entries.ts';
import { attachmentsOf } from '../ledger/reduce-attachments.ts';
import { consentFiles, standingGround } from '../ledger/reduce-consents.ts';
import type { Topic } from './catalogue.ts';

type OutcomeKind = (typeof outcomeKinds)[number];

export type SpecialBasis = (typeof specialBases)[number];
export type OtherBasis = Exclude<SpecialBasis, 'consent'>;

/** Those that a person records, with why; a consent is its own ground. */
export const otherBases = specialBases.filter((basis): basis is OtherBasis => basis !== 'consent');

/** What can be done with an application, beside the moves of the table; a closing by what it says became of it. */
export type GuardedAct = Exclude<ApplicationMove, FinalMove> | OutcomeKind | 'register' | 'hand_over';
type FinalMove = (typeof moveOfOutcome)[OutcomeKind];

/**
 * Which acts are processing of the special-category data itself, and so wait for a recorded ground. Whatever tells
 * the applicant something, waits for them, or ends the matter without using the data goes on: a refusal blocks nothing
 * that does not depend on it (process.md, rule 3). What a team does follows its routing, which has waited.
 */
export const needsGround: Readonly<Record<GuardedAct, boolean>> = {
  // Passed to people who will work with the data: a team, or a unit that reads the file in a meeting.
  route: true,
  hand_over: true,
  // What was asked for was done, by means of the data.
  resolved: true,
  // Turned down, explained, or gone on with elsewhere: the data was used for nothing.
  rejected: false,
  informed: false,
  referred_to_supplier: false,
  merged_duplicate: false,
  cancelled_by_applicant: false,
  register: false,
  take: false,
  answer: false,
  return: false,
  call: false,
  await: false,
  supply: false,
  reopen: false,
};

/** A text that asks for the explicit consent of KVKK md. 6/3 says so among its grounds; others are no ground for it. */
export function statesSpecialGround({ legalGrounds }: { readonly legalGrounds: readonly string[] }): boolean {
  return legalGrounds.some((ground) => /\bmd\. ?6\/3\b/.test(ground));
}

type TopicMark = Pick<Topic, 'specialCategory'> | undefined;
type Facts = Pick<ApplicationState, 'consents' | 'attachments'>;

/** The topic says so, or a file that was given is marked so; the sheets of consents themselves don't count. */
export function holdsSpecialData({ consents, attachments }: Facts, topic: TopicMark): boolean {
  if (topic?.specialCategory === true) return true;
  const ofConsents = consentFiles(consents);
  return attachmentsOf(attachments).some(
    ({ isSpecialCategory, withdrawal, attachmentId }) =>
      isSpecialCategory && withdrawal === null && !ofConsents.has(attachmentId),
  );
}

/** Special-category data, and nothing on record by which it may be processed. */
export function lacksGround(state: Facts, topic: TopicMark): boolean {
  return holdsSpecialData(state, topic) && standingGround(state.consents) === null;
}
