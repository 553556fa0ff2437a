import { StartRefusal } from './start-refusal.ts';

export type RunningProgram = {
  /** The one JSON line for tests and tools. */
  readonly readyLine: string;
  readonly stop: () => Promise<void>;
};

/** Runs a host to its end as a process: says when it is ready, why it can't start, and closes in order on a signal. */
export function runProgram(start: () => Promise<RunningProgram>): void {
  // What this process writes holds personal data or its key.
  process.umask(0o077);
  let running: RunningProgram | undefined;
  let isEnding = false;

  process.on('uncaughtException', (error) => end(1, error));
  process.on('unhandledRejection', (error) => end(1, error));
  // Not once: Ctrl+C comes both from the terminal and from the script that started this, and a second signal
  // without a listener would end the process in the middle of closing.
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));

  start().then(
    (host) => {
      running = host;
      if (isEnding) return void stopAndExit(0);
      process.stdout.write(`${host.readyLine}\n`);
    },
    (error: unknown) => end(1, error),
  );

  /** Says why, once, lets running work end and leaves; a start still under way is stopped when it is through. */
  function end(code: number, reason?: unknown): void {
    if (reason !== undefined) process.stderr.write(`${wordsFor(reason)}\n`);
    if (isEnding) return;
    isEnding = true;
    if (running === undefined && code === 0) return;
    void stopAndExit(code);
  }

  async function stopAndExit(code: number): Promise<void> {
    // The store is durable at any moment; a CRM that hangs in a call must not hold up the machine's shutdown.
    setTimeout(() => process.exit(code), 20_000).unref();
    try {
      await running?.stop();
      process.exit(code);
    } catch (error) {
      process.stderr.write(`${wordsFor(error)}\n`);
      process.exit(1);
    }
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof StartRefusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
