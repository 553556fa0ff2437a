import { succeed } from '../../../../src-shared/contract/errors.ts';
import { mayReveal } from '../../../../src-shared/rules/field-access.ts';
import { classifyQuery } from '../../../../src-shared/text/query-kind.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ApplicationRecord, ConsumerRecord } from '../../db/schema.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { applicationRowOf } from '../application/application.repo.ts';
import { consumerOf } from '../consumer/consumer.repo.ts';
import { maskedRow } from '../consumer/consumer-row.ts';
import { countOpenApplications, findApplications, findConsumers, maxFound } from './search.repo.ts';

type Services = { readonly db: Reader; readonly clock: Clock; readonly catalogue: Catalogue };

/**
 * What stands in the list is masked, so finding is not yet looking: the audit has the opening of a card or a
 * file.
 */
export function searchService({ db, clock, catalogue }: Services): Handlers<'search.find'> {
  return {
    'search.find': async (context, { text }) => {
      // Reception leads visitors by their applications; cards are the desk's.
      const hasCards = mayReveal(userOf(context).role);
      const applications = new Map<string, ApplicationRecord>();
      const consumers = new Map<string, ConsumerRecord>();
      for (const kind of classifyQuery(text)) {
        for (const found of await findApplications(db, kind)) applications.set(found.id, found);
        if (hasCards) for (const found of await findConsumers(db, kind)) consumers.set(found.id, found);
      }
      const now = new Date(clock.now()).toISOString();
      const people = [...consumers.values()].slice(0, maxFound);
      const open = await countOpenApplications(
        db,
        people.map((record) => record.id),
      );
      return succeed({
        applications: [...applications.values()]
          .slice(0, maxFound)
          .map((record) => applicationRowOf(record, catalogue, now, text)),
        consumers: people.map((record) => ({
          ...maskedRow(consumerOf(record), text),
          openApplications: open.get(record.id) ?? 0,
        })),
      });
    },
  };
}
