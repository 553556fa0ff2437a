import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { sampleUserSchema } from '../../../../src-shared/contract/system.ts';
import { programOf } from './program.ts';

const readySchema = z.strictObject({
  ready: z.literal(true),
  url: z.url(),
  token: z.string().min(32),
  page: z.url(),
  dataDir: z.string(),
  crm: z
    .strictObject({
      url: z.url(),
      pages: z.record(z.string(), z.url()),
      members: z.array(z.record(z.string(), z.unknown())),
    })
    .optional(),
  users: z.array(sampleUserSchema).optional(),
});
export type Ready = z.infer<typeof readySchema>;

export type SpawnedHost = {
  readonly ready: Ready;
  readonly child: ChildProcess;
  /** Ends it in order and gives its exit code. */
  readonly stop: () => Promise<number | null>;
  readonly call: (method: string, body?: object, headers?: Record<string, string>) => Promise<Response>;
};

const main = programOf('web-host');

/** The web host as a process of its own, as a user starts it. */
export async function spawnWebHost(args: readonly string[]): Promise<SpawnedHost> {
  const child = spawn(process.execPath, [main, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const errors = text(child.stderr);
  const ready = await Promise.race([
    new Promise<Ready>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', (line) => {
        try {
          resolve(readySchema.parse(JSON.parse(line)));
        } catch (error) {
          reject(error);
        }
      });
    }),
    ended.then(async (code) => {
      throw new Error(`The web host ended with ${code}: ${await errors}`);
    }),
  ]);
  return {
    ready,
    child,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
    call: (method, body = {}, headers = {}) =>
      fetch(`${ready.url}rpc/${method}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ready.token}`,
          'content-type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(body),
      }),
  };
}

/** A start that is expected to fail. */
export async function spawnToItsEnd(args: readonly string[]) {
  const child = spawn(process.execPath, [main, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [code, out, error] = await Promise.all([
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, error };
}

export function makeDataDir(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'banko-host-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
