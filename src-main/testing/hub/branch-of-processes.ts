import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Result } from '../../../src-shared/contract/errors.ts';
import { contract, type InputOf, type Method, type OutputOf } from '../../../src-shared/contract/index.ts';
import { programOf } from '../../hosts/web/testing/program.ts';
import { makeDataDir, type SpawnedHost, spawnWebHost } from '../../hosts/web/testing/spawn-web-host.ts';
import { freePort } from '../free-port.ts';
import { adminSecrets } from '../workplace.ts';

/** A hub without windows, as `npm run hub` starts it. */
export type HubProcess = {
  readonly dataDir: string;
  readonly port: number;
  readonly code: string | undefined;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

/** A PC that clerks use: the web host's own process, driven over its own wire. */
export type DeskProcess = {
  readonly host: SpawnedHost;
  readonly dataDir: string;
  /** Where it listens if it takes over. */
  readonly port: number;
  readonly call: <M extends Method>(
    method: M,
    input: InputOf<M>,
    commandId?: string,
  ) => Promise<Result<OutputOf<M>>>;
  /** The same, for a call that must succeed. */
  readonly ok: <M extends Method>(method: M, input: InputOf<M>, commandId?: string) => Promise<OutputOf<M>>;
  /** As when somebody pulls its plug; gives the PC after the next start, with its administrator signed in. */
  readonly crash: () => Promise<void>;
  readonly startAgain: () => Promise<DeskProcess>;
};

export type BranchOfProcesses = {
  readonly hub: (args?: readonly string[]) => Promise<HubProcess>;
  /** A PC that has joined by the code that the hub shows; its administrator is signed in. */
  readonly desk: (deskNo: number, hub: Pick<HubProcess, 'port'>, code: string) => Promise<DeskProcess>;
  readonly remove: () => Promise<void>;
};

const readySchema = z.strictObject({
  ready: z.literal(true),
  dataDir: z.string(),
  hosts: z.array(z.string()),
  code: z.string().optional(),
});

/** What `--set-up` and then `--port` and `--pair` ask for. */
const { username, password, pin } = adminSecrets;
export const setUpAnswers = [
  '26',
  'Eskişehir Merkez',
  username,
  'Deniz Yönetici',
  password,
  pin,
  username,
  password,
];

export type HubStart = {
  readonly args: readonly string[];
  /** What it asks for, in order. */
  readonly answers: readonly string[];
  readonly port: number;
  /** What runs a program in another network, such as `ip netns exec <name>`. */
  readonly inside?: readonly string[];
  /** Where it is not the one that tests run. */
  readonly script?: string;
};

export async function spawnHub(start: HubStart): Promise<HubProcess> {
  const { args, answers, port, inside = [], script = programOf('hub') } = start;
  const [program = process.execPath, ...rest] = [...inside, process.execPath];
  const child = spawn(program, [...rest, script, ...args, '--port', `${port}`], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(`${answers.join('\n')}\n`);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const errors = text(child.stderr);
  const ready = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    ended.then(async (code) => {
      throw new Error(`The hub ended with ${code}: ${await errors}`);
    }),
  ]);
  const { dataDir, code } = readySchema.parse(JSON.parse(ready));
  return {
    ...{ dataDir, port, code, child },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A branch whose PCs are processes of their own on loopback. */
export function openBranchOfProcesses(): BranchOfProcesses {
  const undos: (() => unknown)[] = [];

  async function startDesk(dataDir: string, port: number): Promise<DeskProcess> {
    const host = await spawnWebHost(['--data-dir', dataDir]);
    undos.push(host.stop);
    const desk = overTheWire(host);
    return {
      ...{ host, dataDir, port, ...desk },
      crash: async () => {
        const ended = new Promise((resolve) => host.child.once('exit', resolve));
        host.child.kill('SIGKILL');
        await ended;
      },
      startAgain: async () => {
        const again = await startDesk(dataDir, port);
        await again.ok('session.signIn', { username, password });
        return again;
      },
    };
  }

  return {
    hub: async (args = ['--set-up', '--pair']) => {
      const folder = makeDataDir();
      undos.push(folder.remove);
      const hub = await spawnHub({
        args: ['--data-dir', folder.path, ...args],
        answers: setUpAnswers,
        port: await freePort(),
      });
      undos.push(hub.stop);
      return hub;
    },
    desk: async (deskNo, hub, code) => {
      const folder = makeDataDir();
      undos.push(folder.remove);
      const desk = await startDesk(folder.path, await freePort());
      await desk.ok('branch.join', {
        ...{ host: '127.0.0.1', port: hub.port, code },
        desk: { code: `B${deskNo}`, name: `Banko ${deskNo}` },
      });
      await desk.ok('session.signIn', { username, password });
      await desk.ok('branch.setPort', { port: desk.port });
      return desk;
    },
    remove: async () => {
      for (const undo of undos.reverse()) await undo();
    },
  };
}

function overTheWire(host: SpawnedHost): Pick<DeskProcess, 'call' | 'ok'> {
  async function call<M extends Method>(
    method: M,
    input: InputOf<M>,
    commandId: string = crypto.randomUUID(),
  ): Promise<Result<OutputOf<M>>> {
    const isCommand = contract[method].kind === 'command';
    const reply = await host.call(method, isCommand ? { commandId, input } : { input });
    // Dispatch has parsed the answer with the method's own schema.
    return (await reply.json()) as Result<OutputOf<M>>;
  }
  return {
    call,
    ok: async (method, input, commandId) => {
      const result = await call(method, input, commandId);
      if (result.ok) return result.value;
      throw new Error(`${method} was refused: ${JSON.stringify(result.error)}`);
    },
  };
}
