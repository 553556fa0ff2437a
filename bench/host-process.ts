import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { contract, type InputOf, type Method } from '../src-shared/contract/index.ts';

export type BenchHost = {
  /** Where a browser opens it. */
  readonly page: string;
  /** From the start of the process to its ready line. */
  readonly readyMillis: number;
  readonly pid: number;
  /** Over the wire, as a screen calls; throws where the call is refused. */
  readonly call: <M extends Method>(method: M, input: InputOf<M>) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const readySchema = z.object({ url: z.url(), token: z.string(), page: z.url() });
const answerSchema = z.object({ ok: z.boolean(), error: z.object({ code: z.string() }).optional() });
const root = join(import.meta.dirname, '..');

/** The program that is measured: the bundled one where it is there. */
export const hostScript = (isBuilt: boolean) =>
  isBuilt ? 'dist/web-host.mjs' : 'src-main/hosts/web/main.ts';

/** The web host's own process on a store. */
export async function startHost(script: string, dataDir: string): Promise<BenchHost> {
  const flags = ['--data-dir', dataDir, '--no-open', '--port', '0'];
  const started = await startProgram([join(root, script), ...flags]);
  const { url, token, page } = readySchema.parse(JSON.parse(started.firstLine));
  return {
    ...started,
    page,
    call: async (method, input) => {
      const isCommand = contract[method].kind === 'command';
      const response = await fetch(new URL(`rpc/${method}`, url), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...(isCommand ? { commandId: randomUUID() } : {}), input }),
      });
      const answer = answerSchema.parse(await response.json());
      if (!answer.ok) throw new Error(`${method}: ${answer.error?.code}`);
    },
  };
}

export type Started = {
  readonly readyMillis: number;
  readonly pid: number;
  readonly firstLine: string;
  readonly stop: () => Promise<void>;
};

/** A Node program, up to the first line that it prints. */
export async function startProgram(args: readonly string[]): Promise<Started> {
  const before = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { value: firstLine = '' } = await createInterface({ input: child.stdout })
    [Symbol.asyncIterator]()
    .next();
  const readyMillis = performance.now() - before;
  child.stdout.resume();
  return {
    readyMillis,
    pid: child.pid ?? 0,
    firstLine,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
