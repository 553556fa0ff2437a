import type { ChildProcess } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { programOf } from '../../src-main/hosts/web/testing/program.ts';
import {
  killProgram,
  startProgram,
  stopProgram,
  type TemporaryFolder,
  temporaryFolder,
  untilEnded,
} from './processes.ts';
import { sampleFolder } from './sample.ts';

export type SampleUser = {
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly password: string;
  readonly pin: string;
};
export type TeamMember = {
  readonly username: string;
  readonly password: string;
  readonly role: string;
  readonly team: string | null;
};
type HostReady = {
  readonly url: string;
  readonly token: string;
  readonly page: string;
  readonly crm?: { readonly url: string; readonly members: readonly TeamMember[] };
  readonly users?: readonly SampleUser[];
};

export type Workplace = HostReady & {
  readonly user: (username: string) => SampleUser;
  readonly stop: () => Promise<void>;
  /** As when somebody pulls the plug. */
  readonly kill: () => Promise<void>;
};

/** The web host's own process on a folder of its own, with what its ready line says. */
export async function startWorkplace(): Promise<Workplace> {
  return startIn(await temporaryFolder());
}

/** A sample workplace of its own, with people, applications and a gateway: `--demo` on a copy of what it has made. */
export async function startSample(): Promise<Workplace> {
  const folder = await temporaryFolder();
  await cp(sampleFolder(), folder.path, { recursive: true });
  return startIn(folder, ['--demo']);
}

async function startIn(folder: TemporaryFolder, args: readonly string[] = []): Promise<Workplace> {
  const workplace = await startOnFolder(folder.path, args);
  return {
    ...workplace,
    stop: async () => {
      await workplace.stop();
      await folder.remove();
    },
  };
}

/** The same on a folder that the test keeps, to stop there, do something to it and start again. */
export async function startOnFolder(dataDir: string, args: readonly string[] = []): Promise<Workplace> {
  const { ready, child } = await startProgram<HostReady>(programOf('web-host'), [
    ...['--no-open', '--port', '0', '--data-dir', dataDir],
    ...args,
  ]);
  return {
    ...ready,
    user: (username) => {
      const user = ready.users?.find((known) => known.username === username);
      if (user === undefined) throw new Error(`The sample has no user ${username}`);
      return user;
    },
    stop: () => stopProgram(child),
    kill: () => killProgram(child),
  };
}

type GatewayReady = {
  readonly url: string;
  readonly demo: { readonly apiKey: string; readonly members: readonly TeamMember[] };
};

export type Gateway = GatewayReady & {
  /** The CRM goes down, and comes back at the same address with what it knew. */
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  /** A key for another branch; the gateway is down while it is made. */
  readonly keyFor: (branch: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** A gateway that the test may stop and start, unlike the sample's own, which its host keeps alive. */
export async function startGateway(): Promise<Gateway> {
  const folder = await temporaryFolder();
  const run = (port: string) =>
    startProgram<GatewayReady>(programOf('crm'), ['--demo', '--port', port, '--data-dir', folder.path]);
  const first = await run('0');
  const { port } = new URL(first.ready.url);
  let child: ChildProcess = first.child;
  async function comeBack(): Promise<void> {
    ({ child } = await run(port));
  }
  return {
    ...first.ready,
    goDown: () => stopProgram(child),
    comeBack,
    keyFor: async (branch) => {
      await stopProgram(child);
      const made = await startProgram<{ readonly apiKey: string }>(programOf('crm'), [
        ...['key', 'create', '--branch', branch, '--data-dir', folder.path],
      ]);
      await untilEnded(made.child);
      await comeBack();
      return made.ready.apiKey;
    },
    stop: async () => {
      await stopProgram(child);
      await folder.remove();
    },
  };
}
