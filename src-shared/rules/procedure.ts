import type { smsPurposes } from '../ledger/application-entries.ts';
import type { ApplicationState } from '../ledger/application-state.ts';
import { standingGround } from '../ledger/reduce-consents.ts';
import type { Topic } from './catalogue.ts';
import type { ChannelProcedure, ProcedureStep, StepAct } from './channels.ts';
import { holdsSpecialData, needsGround } from './special-category.ts';

export type SmsPurpose = (typeof smsPurposes)[number];

/** What is told to the applicant by SMS at a transition; null where the channel has none for it. */
export function smsAt(
  { sms }: ChannelProcedure,
  transition: 'registered' | 'closed' | 'resolvedAtOnce',
): SmsPurpose | null {
  return sms[transition];
}

/**
 * How a step of the channel's procedure stands in one application: `not_needed` where the case never called for it,
 * `told` for a rule of conduct that leaves no trace.
 */
export type StepStanding = 'done' | 'open' | 'not_needed' | 'told';
export type StandingStep = Pick<ProcedureStep, 'id' | 'text'> & { readonly standing: StepStanding };

/** What is known of an application beside its own stream. */
export type Surroundings = {
  readonly topic: Pick<Topic, 'specialCategory' | 'group'> | undefined;
  /** Meetings that were held about it, and whether over Teams. */
  readonly meetings: readonly { readonly isOnline: boolean }[];
};

/** Every step of the procedure that the application began with, in its order, and how it stands (FF-5, WR-8, IN-8). */
export function standingSteps(
  procedure: ChannelProcedure,
  state: ApplicationState,
  around: Surroundings,
): readonly StandingStep[] {
  return procedure.steps.map(({ id, text, acts }) => ({
    id,
    text,
    standing: together(acts.map((act) => standingOf(act, state, around))),
  }));
}

/** Compliance half of the evaluation: nothing that the procedure asks for was left out. */
export function followedProcedure(steps: readonly StandingStep[]): boolean {
  return steps.every(({ standing }) => standing !== 'open');
}

/** A step is open while any of its acts is, and done when one was done and none is open. */
function together(standings: readonly StepStanding[]): StepStanding {
  for (const standing of ['open', 'done', 'told'] as const) if (standings.includes(standing)) return standing;
  return 'not_needed';
}

function standingOf(act: StepAct, state: ApplicationState, around: Surroundings): StepStanding {
  const { registration, closing, messages } = state;
  const isAnonymous = registration.applicant.kind === 'anonymous';
  const isAtOnce = wasResolvedAtOnce(state);
  switch (act) {
    case 'practice':
      return 'told';
    case 'registered':
      return 'done';
    case 'registered_elsewhere':
      return doneIf((registration.edmsNo ?? '') !== '');
    case 'registration_sms':
      if (registration.applicant.phone === null || isAtOnce) return 'not_needed';
      return doneIf(messages.some(({ purpose }) => purpose === 'application_registered'));
    case 'closing_sms':
      if (registration.applicant.phone === null || isAtOnce) return 'not_needed';
      return doneIf(messages.some(({ purpose }) => purpose === 'application_closed'));
    case 'single_sms':
      if (!isAtOnce || registration.applicant.phone === null) return 'not_needed';
      return doneIf(messages.length === 1 && messages[0]?.purpose === 'registered_and_resolved');
    case 'notice':
      return isAnonymous ? 'not_needed' : doneIf(state.notices.length > 0);
    case 'consent':
      return consentStanding(state, around.topic);
    case 'routed':
      return state.routings.length > 0 ? 'done' : 'not_needed';
    case 'called':
      if (registration.replyChannel !== 'telephone' || isAnonymous || isAtOnce) return 'not_needed';
      return doneIf(state.calls.length > 0);
    case 'answered_by_wanted_channel':
      return isAnonymous ? 'not_needed' : doneIf(closing !== null);
    case 'closed':
      return doneIf(closing !== null);
    case 'trackable':
      return 'done';
    case 'number_taken':
      return registration.ticketId === null && around.meetings.length === 0 ? 'not_needed' : 'done';
    case 'online_meeting':
      return around.meetings.some(({ isOnline }) => isOnline) ? 'done' : 'not_needed';
    case 'transferred':
      return 'not_needed';
    case 'disclosure_guarded':
      return 'done';
    case 'evaluated':
      return doneIf(closing !== null);
  }
}

/**
 * WR-3, IN-3: explicit consent is asked for where special-category data is processed, and never elsewhere. It is done
 * once there is a ground, or the applicant has said no; a file that ended without using the data needed none. One that
 * was resolved without any was concluded by a Banko that did not ask yet: what was signed then lies elsewhere.
 */
function consentStanding(state: ApplicationState, topic: Surroundings['topic']): StepStanding {
  if (!holdsSpecialData(state, topic)) return 'not_needed';
  if (standingGround(state.consents) !== null || state.consents.decided.length > 0) return 'done';
  if (state.closing === null) return 'open';
  return needsGround[state.closing.outcomeKind] ? 'told' : 'not_needed';
}

function doneIf(isDone: boolean): StepStanding {
  return isDone ? 'done' : 'open';
}

/** Ended where it began, in one conversation: one SMS says both (SW-4). */
export function wasResolvedAtOnce(state: ApplicationState): boolean {
  return (
    state.messages.some(({ purpose }) => purpose === 'registered_and_resolved') ||
    state.closing?.atOnce === true
  );
}
