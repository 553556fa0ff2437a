import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export type ChildService<T> = { readonly child: ChildProcess; readonly ready: T };

export type ChildCommand<T> = {
  readonly script: string;
  readonly flags: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly readyWithinMs: number;
  /** Reads the line that says that it is ready; undefined for any other. */
  readonly parseReady: (line: string) => T | undefined;
};

/** Ends the child when its standard input closes: with this process, however that ends, also killed. */
const leash = `data:text/javascript,${encodeURIComponent(
  "process.stdin.on('close',()=>process.kill(process.pid,'SIGTERM')).resume().unref?.()",
)}`;

const stopWithinMs = 10_000;

/** Starts a Node program and waits for its ready line. */
export async function startService<T>(command: ChildCommand<T>): Promise<ChildService<T>> {
  const child = spawn(process.execPath, ['--import', leash, command.script, ...command.flags], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...command.env },
  });
  const lastWords = keepLastWords(child.stderr);
  try {
    const ready = await waitForReady(child, child.stdout, command);
    child.stdout.resume();
    return { child, ready };
  } catch (error) {
    await endService(child);
    throw new Error(`A child did not start: ${lastWords()}`, { cause: error });
  }
}

/** Reads the child's log on, so that it never waits for us, and keeps its end for when it fails. */
function keepLastWords(output: Readable): () => string {
  let words = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-1_000);
  });
  return () => words.trim();
}

export async function endService(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(timer);
}

function waitForReady<T>(child: ChildProcess, output: Readable, command: ChildCommand<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const lines = createInterface({ input: output });
  const timer = setTimeout(() => reject(new Error('The child was not ready in time')), command.readyWithinMs);
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`The child ended with code ${code} before it was ready`)));
  lines.on('line', (line) => {
    const ready = command.parseReady(line);
    if (ready !== undefined) resolve(ready);
  });
  return promise.finally(() => {
    clearTimeout(timer);
    lines.close();
  });
}
