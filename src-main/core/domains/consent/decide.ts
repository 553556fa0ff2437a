import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import { lacksGround } from '../../../../src-shared/rules/special-category.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { streamOf } from '../application/open-application.ts';
import type { PublishedText } from '../text/texts.repo.ts';

type Decided = PayloadOf<'consent.decided'>;
/** Which consent, to exactly which text. */
export type Asked = Omit<Decided, 'decision' | 'method' | 'signature'>;

export function askedBy(consentId: string, text: PublishedText): Asked {
  return {
    consentId,
    textCode: text.code,
    textVersion: text.version,
    textHash: text.hash,
    language: text.language,
    purposeCode: text.purposeCode,
    dataCategories: [...text.dataCategories],
  };
}

type Said = Pick<Decided, 'decision' | 'method' | 'signature'> & {
  readonly asked: Asked;
  /** The text asks for the consent of KVKK md. 6/3. */
  readonly isGround: boolean;
};

/**
 * Records what was decided. What was signed on glass waits for its sealed sheet from here on; a consent to the
 * processing of special-category data is at once its ground, where the application holds some and has none.
 */
export async function decide(
  { ids, catalogue }: { readonly ids: Ids; readonly catalogue: Catalogue },
  work: Work,
  state: ApplicationState,
  { asked, isGround, ...said }: Said,
): Promise<void> {
  const stream = streamOf(state.id);
  await work.append(fact(stream, 'consent.decided', { ...asked, ...said }));
  if (said.method !== 'wet_signature')
    await work.trx
      .insertInto('consent_seals')
      .values({
        consent_id: asked.consentId,
        application_id: state.id,
        attachment_id: ids.uuid(),
        stage: 'sealing',
      })
      .execute();
  const topic = catalogue.topic(state.registration.topicCode);
  if (said.decision === 'accepted' && isGround && lacksGround(state, topic))
    await work.append(
      fact(stream, 'special.grounded', { basis: 'consent', consentId: asked.consentId, note: '' }),
    );
}
