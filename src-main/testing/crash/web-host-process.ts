import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string } };

export type HostProcess = {
  /** Undefined where the process was gone before it answered. */
  readonly call: (method: string, commandId: string, input: object) => Promise<Answer | undefined>;
  /** As a power cut would: nothing gets to run after it. */
  readonly kill: () => Promise<void>;
};

const readySchema = z.object({ ready: z.literal(true), url: z.url(), token: z.string() });
const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }),
]);

/** @param program the web host's main file, built or source */
export async function startHost(program: string, dataDir: string): Promise<HostProcess> {
  const args = [program, '--no-open', '--port', '0', '--data-dir', dataDir];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { url, token } = readySchema.parse(JSON.parse(await firstLine(child)));

  async function call(method: string, commandId: string, input: object): Promise<Answer | undefined> {
    try {
      const reply = await fetch(`${url}rpc/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ commandId, input }),
      });
      return answerSchema.parse(await reply.json());
    } catch (error) {
      if (error instanceof z.ZodError) throw error;
      return undefined;
    }
  }

  return {
    call,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('The web host has no output'));
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The web host ended with ${code} before it was ready`)));
  });
}
