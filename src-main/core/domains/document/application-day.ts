import { channels } from '../../../../src-shared/ledger/application-entries.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import type { ApplicationCounts, DayReport } from '../../../../src-shared/paper/day-report.ts';
import type { Span } from './day-report.repo.ts';
import { isIn } from './span.ts';

export type Registration = { readonly deskCode: string | null; readonly actor: string };

type Day = Pick<DayReport, 'channels' | 'concluded' | 'sms'> & {
  readonly total: ApplicationCounts;
  readonly registrations: readonly Registration[];
};

/**
 * @param applications registered or concluded on the day
 * @param groupOf a topic's: the distributor's own matter, or the supplier's
 */
export function applicationDay(
  applications: readonly ApplicationState[],
  span: Span,
  groupOf: (topicCode: string) => 'dso' | 'retail' | undefined,
): Day {
  const registered = applications.filter(({ registration }) => isIn(span, registration.at));
  const countsOf = (own: readonly ApplicationState[]): ApplicationCounts => ({
    registered: own.length,
    dso: own.filter(({ registration }) => groupOf(registration.topicCode) !== 'retail').length,
    retail: own.filter(({ registration }) => groupOf(registration.topicCode) === 'retail').length,
    concludedSameDay: own.filter((state) => isConcludedIn(span, state)).length,
  });
  const messages = applications
    .flatMap((state) => state.messages)
    .filter(({ at, purpose }) => isIn(span, at) && purpose !== 'phone_verification');
  const count = (wanted: string) => messages.filter(({ state }) => state === wanted).length;
  return {
    channels: channels.flatMap((channel) => {
      const own = registered.filter(({ registration }) => registration.channel === channel);
      return own.length === 0 ? [] : { channel, ...countsOf(own) };
    }),
    total: countsOf(registered),
    concluded: applications.filter((state) => isConcludedIn(span, state)).length,
    sms: { requested: messages.length, delivered: count('delivered'), failed: count('failed') },
    registrations: registered.map(({ registration: { deskCode, actor } }) => ({ deskCode, actor })),
  };
}

function isConcludedIn(span: Span, { closing }: ApplicationState): boolean {
  return closing !== null && isIn(span, closing.at);
}
