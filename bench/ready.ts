import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { median, print } from './figure.ts';
import type { HistoryStore } from './history-store.ts';

const starts = 9;
const root = join(import.meta.dirname, '..');

/** From the start of the process to a core that answers, and the memory that it holds then. */
export async function benchReady({ dataDir }: HistoryStore, isBuilt: boolean): Promise<void> {
  const host = isBuilt ? 'dist/web-host.mjs' : 'src-main/hosts/web/main.ts';
  const command = [join(root, host), '--data-dir', dataDir, '--no-open', '--port', '0'];
  const runs: Start[] = [];
  const bare: Start[] = [];
  for (let index = 0; index < starts; index += 1) {
    runs.push(await startAndStop(command));
    bare.push(await startAndStop(['-e', "console.log('ready'); setInterval(() => {}, 1000)"]));
  }
  const millis = runs.map((run) => run.millis);
  print({
    name: 'ready',
    ...{ value: median(millis), unit: 'ms', n: starts, p50: median(millis), p99: Math.max(...millis) },
    baseline: median(bare.map((run) => run.millis)),
    baselineName: 'node -e that prints a line',
    ...{ target: 300, targetOf: 'value', note: `${host}: from spawn to its ready line, listening` },
  });
  const memory = runs.flatMap(({ rss }) => (rss === undefined ? [] : [rss]));
  const bareMemory = bare.flatMap(({ rss }) => (rss === undefined ? [] : [rss]));
  if (memory.length > 0)
    print({
      name: 'memory.ready',
      ...{ value: median(memory), unit: 'MB', n: memory.length },
      ...{ baseline: median(bareMemory), baselineName: 'node -e' },
      ...{ target: 200, targetOf: 'value', note: `${host}: resident memory when ready` },
    });
  print({
    name: 'memory.working',
    ...{ value: await memoryAfterWork(dataDir), unit: 'MB', baseline: null },
    ...{ target: 200, targetOf: 'value', note: 'core alone from source, after 480 searches and four lists' },
  });
}

type Start = { readonly millis: number; readonly rss: number | undefined };

async function startAndStop(args: readonly string[]): Promise<Start> {
  const before = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const _ of createInterface({ input: child.stdout })) break;
  const millis = performance.now() - before;
  const rss = residentMegabytes(child.pid);
  child.kill('SIGTERM');
  await ended;
  return { millis, rss };
}

/** Undefined where the system has no `ps`. */
function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    return kilobytes > 0 ? kilobytes / 1024 : undefined;
  } catch {
    return undefined;
  }
}

async function memoryAfterWork(dataDir: string): Promise<number> {
  const script = join(import.meta.dirname, 'open-and-work.ts');
  const child = spawn(process.execPath, [script, dataDir, 'work'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = '{}';
  for await (const line of createInterface({ input: child.stdout })) last = line;
  const said: unknown = JSON.parse(last);
  if (typeof said !== 'object' || said === null || !('rss' in said) || typeof said.rss !== 'number')
    throw new Error('The working core did not say its memory');
  return said.rss / 1024 ** 2;
}
