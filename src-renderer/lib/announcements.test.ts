import { QueryClient, QueryObserver } from '@tanstack/react-query';
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

it('asks again where the first answer was still on its way when the change was announced', async () => {
  const queries = new QueryClient();
  const first = Promise.withResolvers<string>();
  const answers = [first.promise, Promise.resolve('new')];
  const observer = new QueryObserver(queries, {
    queryKey: ['ticket.queue', {}],
    queryFn: () => answers.shift() ?? Promise.reject(new Error('Asked once too often')),
    retry: false,
  });
  const shown: (string | undefined)[] = [];
  const isNew = new Promise<void>((resolve) => {
    observer.subscribe(({ data }) => {
      if (data !== shown.at(-1)) shown.push(data);
      if (data === 'new') resolve();
    });
  });
  invalidateTopics(queries, ['queue']);
  first.resolve('old');
  await isNew;
  expect(shown).toEqual(['old', 'new']);
  observer.destroy();
});
