import { longestList, type WorkList, workLists } from '../src-shared/contract/application.ts';
import { openCore, signIn } from './bench-core.ts';
import { median, percentile, print, timed } from './figure.ts';
import { type HistoryStore, openHistory } from './history-store.ts';

const repetitions = 200;
const naiveRepetitions = 7;
const pageSize = 60;

/** The page that a screen asks for, at the beginning of each list and somewhere in it, through the gate. */
export async function benchLists({ dataDir }: HistoryStore): Promise<void> {
  const bench = await openCore(dataDir);
  await signIn(bench);
  const measured: { readonly list: WorkList; readonly total: number; readonly times: readonly number[] }[] =
    [];
  for (const list of workLists) {
    const { total } = await bench.call('application.list', { list, offset: 0, limit: pageSize });
    const times: number[] = [];
    for (let index = 0; index < repetitions; index += 1) {
      const furthest = Math.max(0, Math.min(total, longestList) - pageSize);
      const offset = index % 2 === 0 ? 0 : Math.floor((furthest * index) / repetitions);
      times.push(await timed(() => bench.call('application.list', { list, offset, limit: pageSize })));
    }
    measured.push({ list, total, times });
  }
  const counts: number[] = [];
  for (let index = 0; index < 20; index += 1)
    counts.push(await timed(() => bench.call('application.counts', {})));
  await bench.stop();
  const naive = await bySorting(dataDir);
  for (const { list, total, times } of measured)
    print({
      name: `list.${list}`,
      ...{ value: percentile(times, 0.99), unit: 'ms', n: times.length },
      ...{ p50: median(times), p99: percentile(times, 0.99) },
      baseline: naive,
      baselineName: `a page of the open ones by sorting the whole table, median of ${naiveRepetitions}`,
      ...{ target: 50, targetOf: 'value' },
      note: `${total} rows; half the pages at the beginning, half anywhere in the first ${longestList}`,
    });
  print({
    name: 'list.counts',
    ...{ value: percentile(counts, 0.99), unit: 'ms', n: counts.length },
    ...{ p50: median(counts), p99: percentile(counts, 0.99) },
    baseline: null,
    note: `all ${workLists.length} counts beside the lists, each capped`,
  });
}

/** What a page costs where no index has its order. */
async function bySorting(dataDir: string): Promise<number> {
  const { raw } = await openHistory(dataDir);
  const times: number[] = [];
  for (let index = 0; index < naiveRepetitions; index += 1)
    times.push(
      await timed(() =>
        raw
          .prepare("select * from applications where closed_at is null order by due_at || '' limit ?")
          .all(pageSize),
      ),
    );
  raw.close();
  return median(times);
}
