import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type DeskPcArgs, type Round, roundSchema, type Work } from './desk-pc-work.ts';

export type DeskPc = {
  readonly work: (work: Work) => Promise<Round>;
  readonly stop: () => Promise<void>;
};

const script = join(import.meta.dirname, 'desk-pc.ts');
/** Starts a desk's PC and waits until it has joined. */
export async function startDeskPc(args: DeskPcArgs): Promise<DeskPc> {
  const child = spawn(process.execPath, [script, JSON.stringify(args)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function line(): Promise<unknown> {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`A desk's PC ended with ${await ended}`);
    return JSON.parse(String(value));
  }

  await line();
  return {
    work: async (work) => {
      child.stdin.write(`${JSON.stringify(work)}\n`);
      return roundSchema.parse(await line());
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
