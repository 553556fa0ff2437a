import { openCore, signIn } from './bench-core.ts';
import { openHistory } from './history-store.ts';
import { searchKinds } from './search-queries.ts';

/** A process with a core and nothing else: says when it is ready, works a while, says what memory it has. */
const [dataDir = '', task = ''] = process.argv.slice(2);
const queries = task === 'work' ? await textsToFind() : [];
const bench = await openCore(dataDir);
await bench.call('system.state', {});
console.log(JSON.stringify({ ready: true }));
if (task === 'work') {
  await signIn(bench);
  for (const text of queries) await bench.call('search.find', { text });
  for (const list of ['open', 'answered', 'overdue', 'closed'] as const)
    await bench.call('application.list', { list, cursor: null, limit: 200 });
  await bench.call('application.counts', {});
  console.log(JSON.stringify({ rss: process.memoryUsage().rss }));
}
await bench.stop();

async function textsToFind(): Promise<readonly string[]> {
  const store = await openHistory(dataDir);
  const texts = searchKinds(store).flatMap((kind) => kind.queries.slice(0, 60).map(({ text }) => text));
  store.raw.close();
  return texts;
}
