import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type Started<T> = { readonly ready: T; readonly child: ChildProcess };

/** Starts one of our programs with its own flags and waits for the JSON line that says it is ready. */
export async function startProgram<T>(script: string, args: readonly string[]): Promise<Started<T>> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', logFile()],
    env: { ...process.env, DATABASE_URL: '' },
  });
  if (child.stdout === null) throw new Error('A program started with a pipe has standard output');
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${code} before it was ready`);
  });
  const line = await Promise.race([once(lines, 'line'), ended]);
  ended.catch(() => undefined);
  return { ready: JSON.parse(String(line[0])), child };
}

/** What the programs write to standard error: for a person to read after a failure. */
function logFile(): number {
  mkdirSync('test-results', { recursive: true });
  return openSync('test-results/programs.log', 'a');
}

export async function stopProgram(child: ChildProcess): Promise<void> {
  const end = untilEnded(child);
  child.kill('SIGTERM');
  await end;
}

export async function killProgram(child: ChildProcess): Promise<void> {
  const end = untilEnded(child);
  child.kill('SIGKILL');
  await end;
}

/** Resolves when a program has ended, by itself or otherwise. */
export async function untilEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

export type TemporaryFolder = { readonly path: string; readonly remove: () => Promise<void> };

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'banko-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
