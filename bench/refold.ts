import { entriesOfStream } from '../src-main/core/ledger/entries.repo.ts';
import { foldApplication } from '../src-shared/ledger/reduce-application.ts';
import { median, percentile, print, timed } from './figure.ts';
import { type HistoryStore, openHistory } from './history-store.ts';

const sampled = 500;

/** One application folded anew from its entries, as every write to it does; beside reading its payloads alone. */
export async function benchRefold({ dataDir }: HistoryStore): Promise<void> {
  const store = await openHistory(dataDir);
  const ids: unknown[] = store.raw
    .prepare('select id from applications order by id limit ?')
    .pluck()
    .all(sampled);
  const [folded, parsed, lengths]: [number[], number[], number[]] = [[], [], []];
  for (const id of ids) {
    const stream = { kind: 'application', id: String(id) };
    const rows = await entriesOfStream(store.db, stream);
    lengths.push(rows.length);
    parsed.push(await timed(() => rows.map(({ payload }) => JSON.parse(JSON.stringify(payload)))));
    folded.push(
      await timed(async () => {
        // Entries read anew: a fold keeps what it has parsed of the objects that it was given.
        foldApplication(await entriesOfStream(store.db, stream));
      }),
    );
  }
  store.raw.close();
  print({
    name: 'refold',
    ...{ value: percentile(folded, 0.99), unit: 'ms', n: folded.length },
    ...{ p50: median(folded), p99: percentile(folded, 0.99) },
    ...{ baseline: percentile(parsed, 0.99), baselineP50: median(parsed) },
    baselineName: 'the same payloads through JSON once',
    note: `read and folded; ${median(lengths)} entries in the median, at most ${Math.max(...lengths)}`,
  });
}
