import type { ReactNode } from 'react';
import type { ScreenFailure } from '../lib/screen-result.ts';
import { StateError } from './state-error.tsx';
import { StateLoading } from './state-loading.tsx';

type QueryViewProps<T> = {
  readonly query: {
    readonly data: T | undefined;
    readonly error: ScreenFailure | null;
    readonly refetch: () => unknown;
  };
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
};

/** Loading, error and content of a query; content that is there stays when a refetch fails. */
export function QueryView<T>({ query, lines, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <StateError failure={query.error} onRetry={() => query.refetch()} />;
  return <StateLoading {...(lines === undefined ? {} : { lines })} />;
}
