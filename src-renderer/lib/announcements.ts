import type { Query, QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Topic } from '../../src-shared/contract/define.ts';
import { contract, isMethod } from '../../src-shared/contract/index.ts';
import { useClient } from './client-context.ts';

/** The one place where an announcement becomes refetching: by the topics that the contract gives each query. */
export function invalidateTopics(queries: QueryClient, changed: readonly Topic[]): void {
  const predicate = ({ queryKey: [method] }: Pick<Query, 'queryKey'>) =>
    typeof method === 'string' &&
    isMethod(method) &&
    contract[method].topics.some((topic) => changed.includes(topic));
  // A first answer that is on its way may be older than the change, and a refetch now would only wait for it.
  for (const query of queries.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' }))
    if (query.state.data === undefined) void refetchAfter(queries, query);
  void queries.invalidateQueries({ predicate });
}

async function refetchAfter(queries: QueryClient, { promise, queryKey }: Query): Promise<void> {
  await promise?.catch(() => undefined);
  await queries.invalidateQueries({ queryKey, exact: true });
}

export function useAnnouncements(): void {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(() => client.onChanged(({ topics }) => invalidateTopics(queries, topics)), [client, queries]);
}
