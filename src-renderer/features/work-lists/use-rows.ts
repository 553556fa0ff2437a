import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import type { WorkList } from '../../../src-shared/contract/application.ts';
import type { ApplicationRow } from '../../../src-shared/contract/application-row.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Channel } from '../../../src-shared/rules/channels.ts';
import { useClient } from '../../lib/client-context.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';

/** Two screens' worth: scrolling stays ahead of the eye, and a refetch of what is loaded stays cheap. */
const pageSize = 60;

/** The rows of a list, page by page. Keyed by method like every query, so announcements renew it. */
export function useRows(
  list: WorkList,
  channel: Channel | null,
): UseInfiniteQueryResult<readonly ApplicationRow[], ScreenFailure> {
  const client = useClient();
  return useInfiniteQuery<
    OutputOf<'application.list'>,
    ScreenFailure,
    readonly ApplicationRow[],
    readonly [string, { readonly list: WorkList; readonly channel: Channel | null }],
    string | null
  >({
    queryKey: ['application.list', { list, channel }],
    queryFn: async ({ pageParam }) => {
      const result = await client.call('application.list', {
        list,
        channel,
        cursor: pageParam,
        limit: pageSize,
      });
      if (!result.ok) throw result.error;
      return result.value;
    },
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.rows),
  });
}
