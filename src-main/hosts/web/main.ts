import { parseOptions } from './options.ts';
import { StartRefusal } from './refusal.ts';
import { type RunningHost, runWebHost } from './run.ts';

// What this process writes holds personal data or its key.
process.umask(0o077);

let running: RunningHost | undefined;
let isEnding = false;

process.on('uncaughtException', (error) => end(1, error));
process.on('unhandledRejection', (error) => end(1, error));
// Not once: Ctrl+C comes both from the terminal and from the script that started this, and a second signal
// without a listener would end the process in the middle of closing.
process.on('SIGTERM', () => end(0));
process.on('SIGINT', () => end(0));

const parsed = parseOptions(process.argv.slice(2));
if (!parsed.ok) {
  end(1, new StartRefusal(parsed.sentence));
} else {
  runWebHost(parsed.options).then(
    (host) => {
      running = host;
      if (isEnding) return void stopAndExit(0);
      process.stdout.write(`${host.readyLine}\n`);
    },
    (error: unknown) => end(1, error),
  );
}

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

function wordsFor(error: unknown): string {
  if (error instanceof StartRefusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
