import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../lib/catalogue.ts';
import { retailTopics, topicGroups } from './topic-groups.ts';

it('every topic in use stands once: what the company deals with by group, what the supplier does apart', () => {
  const shown = [...topicGroups().flatMap(({ topics }) => topics), ...retailTopics()];
  const inUse = shippedCatalogue.topics.topics.filter(({ retiredAt }) => retiredAt === undefined);
  expect(shown.map(({ code }) => code).sort()).toEqual(inUse.map(({ code }) => code).sort());
  expect(retailTopics().every(({ group }) => group === 'retail')).toBe(true);
  const rest = topicGroups().at(-1);
  expect(rest?.topics.map(({ code }) => code)).toEqual(['info_request', 'other']);
});
