import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { Topic } from '../../src-shared/contract/define.ts';
import type { QueryMethod } from '../../src-shared/contract/index.ts';
import { invalidateTopics } from './announcements.ts';

const methods: readonly QueryMethod[] = [
  'system.connection',
  'ticket.queue',
  'application.list',
  'catalogue.get',
  'consumer.findInCrm',
];

function staleAfter(topics: readonly Topic[]) {
  const queries = new QueryClient();
  for (const method of methods) queries.setQueryData([method, {}], {});
  invalidateTopics(queries, topics);
  return methods.filter((method) => queries.getQueryState([method, {}])?.isInvalidated);
}

it('makes stale what depends on an announced topic, and nothing else', () => {
  expect(staleAfter(['queue'])).toEqual(['system.connection', 'ticket.queue']);
  expect(staleAfter(['settings'])).toEqual(['ticket.queue', 'catalogue.get']);
  expect(staleAfter(['consumers'])).toEqual([]);
});
