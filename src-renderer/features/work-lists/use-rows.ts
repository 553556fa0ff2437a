import { useQueries } from '@tanstack/react-query';
import type { WorkList } from '../../../src-shared/contract/application.ts';
import type { ApplicationRow } from '../../../src-shared/contract/application-row.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Channel } from '../../../src-shared/rules/channels.ts';
import { useClient } from '../../lib/client-context.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';

/** A screen and a half: scrolling by the wheel stays ahead of the eye. */
export const pageSize = 60;

/** Pages that were scrolled past are let go of soon: a list may have a hundred thousand rows. */
const keptMillis = 30_000;

export type ListRows = {
  /** Undefined until the first answer. */
  readonly total: number | undefined;
  /** Undefined for a row that is on its way. */
  readonly rowAt: (index: number) => ApplicationRow | undefined;
  readonly failure: ScreenFailure | null;
  readonly retry: () => void;
};

/**
 * The rows of a list around those in sight, page by page wherever the list is scrolled to. Announcements renew the
 * pages in sight alone; what is far away is asked for anew when it comes back.
 * @param first @param last the rows in sight, by place
 */
export function useRows(list: WorkList, channel: Channel | null, first: number, last: number): ListRows {
  const client = useClient();
  const pages = pagesAround(first, last);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['application.list', { list, channel, page }],
      gcTime: keptMillis,
      queryFn: async (): Promise<OutputOf<'application.list'>> => {
        const result = await client.call('application.list', {
          ...{ list, channel },
          ...{ offset: page * pageSize, limit: pageSize },
        });
        if (!result.ok) throw result.error;
        return result.value;
      },
    })),
  });
  const byPage = new Map(pages.map((page, index) => [page, answers[index]?.data?.rows]));
  return {
    total: answers.find(({ data }) => data !== undefined)?.data?.total,
    rowAt: (index) => byPage.get(Math.floor(index / pageSize))?.[index % pageSize],
    failure: failureOf(answers.find(({ error }) => error !== null)?.error),
    retry: () => {
      for (const answer of answers) if (answer.error !== null) void answer.refetch();
    },
  };
}

/** Whether two stretches of rows need the same pages. */
export function isSamePages(one: readonly [number, number], other: readonly [number, number]): boolean {
  return pagesAround(...one).join() === pagesAround(...other).join();
}

function pagesAround(first: number, last: number): readonly number[] {
  const [from, to] = [Math.floor(first / pageSize), Math.floor(last / pageSize)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** What the client throws is a failure of a screen. */
function failureOf(error: unknown): ScreenFailure | null {
  return (error as ScreenFailure | undefined) ?? null;
}
