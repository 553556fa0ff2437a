import { openCore, signIn } from './bench-core.ts';
import { median, percentile, print, type Took, tell, timed, took } from './figure.ts';
import { type HistoryStore, openHistory } from './history-store.ts';
import { type SearchKind, searchKinds } from './search-queries.ts';

/** A LIKE over the whole store takes its time, and each does about the same work. */
const likeRepetitions = 7;

/** Each kind of search through the gate, and the same question asked by `LIKE '%…%'` on the same store. */
export async function benchSearch({ dataDir }: HistoryStore): Promise<void> {
  const sampled = await openHistory(dataDir);
  const kinds = searchKinds(sampled);
  sampled.raw.close();
  const found = await measureFind(dataDir, kinds);
  const likes = await measureLike(dataDir, kinds);
  for (const { name, queries } of kinds) {
    const all = found.get(name) ?? [];
    const times = all.map(({ millis }) => millis);
    const cpu = all.map(({ cpuMillis }) => cpuMillis);
    print({
      name: `search.${name}`,
      value: percentile(times, 0.99),
      unit: 'ms',
      baseline: median(likes.get(name) ?? []),
      baselineName: `LIKE '%…%' over applications and consumers, newest 20, median of ${likeRepetitions}`,
      n: queries.length,
      ...{ p50: median(times), p99: percentile(times, 0.99), cpuP99: percentile(cpu, 0.99) },
      ...{ ratioOf: 'p50', target: 10, targetOf: 'value' },
    });
  }
}

async function measureFind(dataDir: string, kinds: readonly SearchKind[]) {
  const bench = await openCore(dataDir);
  await signIn(bench);
  const times = new Map<string, Took[]>();
  for (const { name, queries } of kinds) {
    for (const { text } of queries.slice(0, 5)) await bench.call('search.find', { text });
    const ofKind: Took[] = [];
    let empty = 0;
    for (const { text } of queries) {
      let found = 0;
      ofKind.push(
        await took(async () => {
          const { applications, consumers } = await bench.call('search.find', { text });
          found = applications.length + consumers.length;
        }),
      );
      if (found === 0) empty += 1;
    }
    if (empty > 0) tell(`search.${name}: ${empty} of ${queries.length} queries found nothing`);
    times.set(name, ofKind);
  }
  await bench.stop();
  return times;
}

/** Straight on the table, without the gate: a lower bound for what a LIKE would cost. */
async function measureLike(dataDir: string, kinds: readonly SearchKind[]) {
  const { raw } = await openHistory(dataDir);
  const times = new Map<string, number[]>();
  for (const { name, queries } of kinds) {
    const ofKind: number[] = [];
    for (const { like } of queries.slice(0, likeRepetitions)) {
      ofKind.push(
        await timed(() => {
          for (const { table, where, values } of like)
            raw.prepare(`select * from ${table} where ${where} order by row_id desc limit 20`).all(...values);
        }),
      );
    }
    times.set(name, ofKind);
  }
  raw.close();
  return times;
}
