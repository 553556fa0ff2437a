import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import {
  type CounterArgs,
  type Order,
  type Settled,
  settledSchema,
  type Worked,
  workedSchema,
} from './messages.ts';

export type CounterProcess = {
  readonly work: (seconds: number, restMillis: number) => Promise<Worked>;
  readonly settle: () => Promise<Settled>;
  readonly stop: () => Promise<void>;
};

const script = join(import.meta.dirname, 'process.ts');

/** Resolves when its counters have prepared what they are going to push. */
export async function startCounters(url: string, counters: readonly CounterArgs[]): Promise<CounterProcess> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function ask<T>(line: object, schema: z.ZodType<T>): Promise<T> {
    child.stdin.write(`${JSON.stringify(line)}\n`);
    const { value, done } = await lines.next();
    if (done === true) throw new Error('A process of counters has ended');
    return schema.parse(JSON.parse(value));
  }

  await ask({ url, counters }, z.object({ ready: z.int() }));
  return {
    work: (seconds, restMillis) => ask({ kind: 'work', seconds, restMillis } satisfies Order, workedSchema),
    settle: () => ask({ kind: 'settle' } satisfies Order, settledSchema),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
