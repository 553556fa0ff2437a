import { median, print, tell } from './figure.ts';
import { benchClerk, type HistoryStore, openHistory } from './history-store.ts';
import { hostScript, type Started, startHost, startProgram } from './host-process.ts';
import { residentMegabytes } from './resident.ts';
import { searchKinds } from './search-queries.ts';

const starts = 9;
const searchesPerKind = 60;

/** From the start of the process to a core that answers, and the memory that it holds then and after work. */
export async function benchReady({ dataDir }: HistoryStore, isBuilt: boolean): Promise<void> {
  const host = hostScript(isBuilt);
  const runs: Run[] = [];
  const bare: Run[] = [];
  for (let index = 0; index < starts; index += 1) {
    runs.push(await ended(await startHost(host, dataDir)));
    bare.push(await ended(await startProgram(['-e', "console.log('ready'); setInterval(() => {}, 1000)"])));
  }
  const millis = runs.map((run) => run.millis);
  print({
    name: 'ready',
    ...{ value: median(millis), unit: 'ms', n: starts, p50: median(millis), p99: Math.max(...millis) },
    baseline: median(bare.map((run) => run.millis)),
    baselineName: 'node -e that prints a line',
    ...{ target: 300, targetOf: 'value', note: `${host}: from spawn to its ready line, listening` },
  });
  const atReady = runs.flatMap(({ megabytes }) => megabytes ?? []);
  const afterWork = await memoryAfterWork(host, dataDir);
  if (atReady.length === 0 || afterWork.megabytes === undefined) return tell('memory: no ps on this machine');
  const baseline = median(bare.flatMap(({ megabytes }) => megabytes ?? []));
  const shared = { unit: 'MB', baseline, baselineName: 'node -e', target: 200 } as const;
  print({
    name: 'memory.ready',
    ...{ ...shared, value: median(atReady), n: atReady.length },
    ...{ targetOf: 'value', note: `${host}: resident memory when ready` },
  });
  print({
    name: 'memory.working',
    ...{ ...shared, value: afterWork.megabytes, n: 1 },
    ...{
      targetOf: 'value',
      note: `${host}: resident memory after ${afterWork.searches} searches and four lists`,
    },
  });
}

type Run = { readonly millis: number; readonly megabytes: number | undefined };

async function ended(started: Pick<Started, 'pid' | 'readyMillis' | 'stop'>): Promise<Run> {
  const megabytes = residentMegabytes(started.pid);
  await started.stop();
  return { millis: started.readyMillis, megabytes };
}

async function memoryAfterWork(script: string, dataDir: string) {
  const store = await openHistory(dataDir);
  const texts = searchKinds(store).flatMap(({ queries }) =>
    queries.slice(0, searchesPerKind).map(({ text }) => text),
  );
  store.raw.close();
  const host = await startHost(script, dataDir);
  const { username, password } = benchClerk;
  await host.call('session.signIn', { username, password });
  for (const text of texts) await host.call('search.find', { text });
  for (const list of ['open', 'answered', 'overdue', 'closed'] as const)
    await host.call('application.list', { list, offset: 0, limit: 200 });
  await host.call('application.counts', {});
  const megabytes = residentMegabytes(host.pid);
  await host.stop();
  return { megabytes, searches: texts.length };
}
