import type { consentContract } from '../../../../src-shared/contract/consent.ts';
import { failSaying, succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { consentsOf } from '../../../../src-shared/ledger/reduce-consents.ts';
import { holdsSpecialData } from '../../../../src-shared/rules/special-category.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Audit } from '../../audit.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids, Papers } from '../../ports.ts';
import { loadApplication, streamOf } from '../application/open-application.ts';
import { consentsOfApplication } from './consents-of-application.ts';
import { consentsOfConsumer } from './consents-of-consumer.ts';
import { printSheet, recordPaper } from './paper.ts';
import { review } from './review.ts';
import { sheetPdf } from './sheet-pdf.ts';

export type ConsentServices = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly audit: Audit;
  readonly papers: Papers;
  readonly sealTrouble: () => string | null;
};

/** WR-3, IN-3, FF-4, rule 3: what the desk does about notice, consent and ground. */
export function consentService(services: ConsentServices): Handlers<keyof typeof consentContract> {
  const { db, catalogue } = services;
  const day = () => localDay(new Date(services.clock.now()).toISOString());
  return {
    'consent.ofApplication': (context, { applicationId }) =>
      consentsOfApplication(services, applicationId, { reader: userOf(context), day: day() }),

    'consent.ofConsumer': async (_context, { consumerId }) =>
      succeed({ consents: await consentsOfConsumer(db, catalogue, consumerId) }),

    'consent.withdraw': async (context, { applicationId, ...said }) =>
      context.write(async (work) => {
        const loaded = await loadApplication(work, applicationId);
        if (!loaded.ok) return loaded;
        const consent = consentsOf(loaded.value.state.consents).find(
          ({ consentId }) => consentId === said.consentId,
        );
        if (consent === undefined || consent.decision === 'refused')
          return failSaying('wrong_state', 'Verilmemiş bir rıza geri alınamaz.');
        if (consent.withdrawal !== null) return failSaying('wrong_state', 'Bu rıza zaten geri alınmış.');
        await work.append(fact(streamOf(applicationId), 'consent.withdrawn', said));
        return succeed({});
      }),

    'consent.ground': async (context, { applicationId, basis, note }) =>
      context.write(async (work) => {
        const loaded = await loadApplication(work, applicationId);
        if (!loaded.ok) return loaded;
        const { state } = loaded.value;
        if (!holdsSpecialData(state, catalogue.topic(state.registration.topicCode)))
          return failSaying('wrong_state', 'Bu başvuruda özel nitelikli veri yok; dayanak gerekmez.');
        await work.append(
          fact(streamOf(applicationId), 'special.grounded', { basis, consentId: null, note }),
        );
        return succeed({});
      }),

    'consent.printSheet': (context, input) => printSheet(services, context, input, day()),
    'consent.sheet': (context, input) => sheetPdf(services, context, input),
    'consent.recordPaper': (context, input) => recordPaper(services, context, input),
    'consent.review': review,
  };
}
