import type { consumerContract } from '../../../../src-shared/contract/consumer.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ConsumerCard } from '../../../../src-shared/contract/gateway.ts';
import { applicantKinds } from '../../../../src-shared/ledger/application-entries.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { needsEvidence } from '../../../../src-shared/rules/capacity.ts';
import { disclosureTo } from '../../../../src-shared/rules/disclosure.ts';
import type { Audit } from '../../audit.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Handlers, systemActor, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import type { UpstreamLink } from '../../sync/upstream-link.ts';
import type { Writer } from '../../write.ts';
import { applicationRowOf, applicationsOfConsumer } from '../application/application.repo.ts';
import { seenPerson } from '../person/person-view.ts';
import type { Reveals } from '../person/reveals.ts';
import { sightsOf, viewerOf } from '../person/viewer.ts';
import type { KnownConsumer } from './consumer.repo.ts';
import { consumerAtDesk } from './consumer-at-desk.ts';
import { maskedRow } from './consumer-row.ts';
import { createDisclosures } from './disclosures.ts';
import { keepFound } from './found-consumers.repo.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly audit: Audit;
  readonly upstream: UpstreamLink;
  readonly reveals: Reveals;
};

export function consumerService(services: Services): Handlers<keyof typeof consumerContract> {
  const { db, writer, clock, catalogue, audit, upstream, reveals } = services;
  const disclosures = createDisclosures(clock);
  return {
    'consumer.get': async (context, { consumerId }) => {
      const consumer = await consumerAtDesk(db, consumerId);
      if (consumer === undefined) return fail('not_found');
      await audit.viewed(context, {
        subjectKind: 'consumer',
        subjectIds: [consumerId],
        method: 'consumer.get',
      });
      const { card, isOfCrm } = consumer;
      const subject = { kind: 'consumer', id: consumerId } as const;
      const sights = sightsOf(await viewerOf(db, context, reveals, subject), false);
      const revealed = reveals.of(context, subject);
      return succeed({
        ...{ id: consumer.id, ...seenPerson(card, sights), premises: card.premises, isOfCrm },
        revealed: revealed && { fields: [...revealed.fields], until: revealed.until },
      });
    },

    'consumer.disclose': async (context, { consumerId, capacity, capacityEvidence, ...asked }) => {
      if (needsEvidence(capacity) && capacityEvidence === '')
        return fail('invalid_input', [
          { path: 'capacityEvidence', message: 'Bu sıfat için gösterilen belge yazılmalı.' },
        ]);
      if (disclosureTo(capacity, asked.identityVerifiedBy) !== 'open') return fail('disclosure_refused');
      if ((await consumerAtDesk(db, consumerId)) === undefined) return fail('not_found');
      const recorded = await context.write(async (work) => {
        const said = { consumerId, capacity, capacityEvidence, ...asked };
        await work.append(fact({ kind: 'audit', id: userOf(context).id }, 'audit.disclosed', said));
        return succeed({});
      });
      // Only after the commit: what is not on record opens nothing.
      if (recorded.ok) disclosures.opened(context.caller.window, context.session, consumerId);
      return recorded;
    },

    'consumer.account': async (context, { consumerId }) => {
      const consumer = await consumerAtDesk(db, consumerId);
      if (consumer === undefined) return fail('not_found');
      if (!disclosures.isOpen(context.caller.window, context.session, consumerId))
        return fail('disclosure_needed');
      const now = new Date(clock.now()).toISOString();
      const applications = await applicationsOfConsumer(db, consumerId);
      return succeed({
        installations: consumer.card.installations,
        applications: applications.map((record) => applicationRowOf(record, catalogue, now)),
      });
    },

    'consumer.findInCrm': async (_context, { text }) => {
      const found = await upstream.findConsumers(text);
      if (!found.ok) return fail(found.failure.kind === 'refused' ? 'crm_key_refused' : 'crm_unreachable');
      const consumers = found.value.consumers.map(knownConsumerOf);
      await writer.write(systemActor, async ({ trx }) => {
        await keepFound(trx, consumers, new Date(clock.now()).toISOString());
        return succeed(null);
      });
      return succeed({ consumers: consumers.map((consumer) => maskedRow(consumer, text)) });
    },
  };
}

function knownConsumerOf({ id, ...card }: ConsumerCard): KnownConsumer {
  const kind = applicantKinds.find((known) => known === card.kind) ?? 'person';
  return { id, card: { ...card, kind } };
}
