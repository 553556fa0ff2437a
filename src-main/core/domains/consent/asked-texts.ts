import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { lacksGround } from '../../../../src-shared/rules/special-category.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

type Known = Pick<Catalogue, 'notice' | 'topic'>;

/**
 * What an application asks of its applicant and nobody has answered: the notice where none was given, and the consents
 * of a topic whose data has no ground yet. Where no special-category data is processed nobody is asked to consent.
 */
export function askedTexts(state: ApplicationState, { notice, topic }: Known): readonly string[] {
  const { registration, notices } = state;
  const isAnonymous = registration.applicant.kind === 'anonymous';
  const asksNotice = !isAnonymous && notices.length === 0;
  return [...(asksNotice ? [notice.code] : []), ...askedConsents(state, topic(registration.topicCode))];
}

function askedConsents(state: ApplicationState, topic: ReturnType<Catalogue['topic']>): readonly string[] {
  if (topic?.consentTexts === undefined || !lacksGround(state, topic)) return [];
  // Whoever has refused, or taken back, is not asked again unasked; a clerk may still choose to.
  const decided = new Set(state.consents.decided.map(({ textCode }) => textCode));
  return topic.consentTexts.filter((code) => !decided.has(code));
}
