import { type EntryType, fact, type PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { TimedFact } from './history-options.ts';

type Given = {
  readonly applicationId: string;
  readonly clerk: string;
  readonly at: number;
  readonly topic: Topic;
  readonly catalogue: Pick<Catalogue, 'texts'>;
};

const dayMillis = 86_400_000;

/**
 * Of a topic of special-category data: the consent as it was signed on paper, its ground, and of every third one that
 * it was taken back a week later. Drawn from the application's id, so that all else of the history stays as it was.
 */
export function sampleConsent({ applicationId, clerk, at, topic, catalogue }: Given): readonly TimedFact[] {
  const code = topic.consentTexts?.[0];
  const text = catalogue.texts.find((one) => one.code === code && one.language === 'tr');
  if (text === undefined) return [];
  const stream = { kind: 'application', id: applicationId };
  const say = <T extends EntryType>(when: number, type: T, payload: PayloadOf<T>): TimedFact => ({
    at: when,
    actor: clerk,
    fact: fact(stream, type, payload),
  });
  // One consent an application, so its id is free for it.
  const consentId = applicationId;
  return [
    say(at, 'consent.decided', {
      consentId,
      textCode: text.code,
      textVersion: text.version,
      textHash: text.hash,
      language: text.language,
      purposeCode: text.purposeCode,
      dataCategories: [...text.dataCategories],
      ...{ decision: 'accepted', method: 'wet_signature', signature: null },
    }),
    say(at, 'special.grounded', { basis: 'consent', consentId, note: '' }),
    ...(Number.parseInt(applicationId.slice(-4), 16) % 3 === 0
      ? [say(at + 7 * dayMillis, 'consent.withdrawn', { consentId, channel: 'desk', note: '' })]
      : []),
  ];
}
