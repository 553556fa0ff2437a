import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../../src-shared/contract/errors.ts';
import type { InputOf, Method, OutputOf } from '../../../src-shared/contract/index.ts';
import type { Connection } from '../../../src-shared/contract/system.ts';
import { connectCrm } from '../../adapters/crm-http.ts';
import { makeCore, type TestCore } from '../make-core.ts';
import type { TestClock } from '../test-clock.ts';
import { createExchanges } from './exchanges.ts';

export type CounterOptions = {
  readonly url: string;
  readonly apiKey: string;
  readonly branch: string;
  readonly workstationNo: number;
  readonly startIso?: string;
  /** The administrator's name; one of the PC's own where it does not matter. */
  readonly administrator?: string;
};

export type Counter = {
  readonly clock: TestClock;
  readonly branch: string;
  readonly dataDir: string;
  /** Calls as the administrator, who may do everything; each call is a new intent. */
  readonly call: <M extends Method>(method: M, input: InputOf<M>) => Promise<Result<OutputOf<M>>>;
  readonly ok: <M extends Method>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;
  readonly crm: () => Promise<Connection['crm']>;
  /** One exchange with the gateway, whatever comes of it. */
  readonly exchange: () => Promise<void>;
  readonly setKey: (apiKey: string) => Promise<void>;
  readonly backUp: () => Promise<string>;
  /** Puts a backup in the store's place, as after a broken disk; the administrator signs in after one exchange. */
  readonly restore: (backup: string, signIn?: 'at_once') => Promise<void>;
  /** Stops and starts on the same store. */
  readonly restart: () => Promise<void>;
  /** Ends the core and lets go of the store; its files stay. */
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A counter PC of a branch, set up, connected to the gateway through `url`, with its administrator signed in. */
export async function openCounter(options: CounterOptions): Promise<Counter> {
  const { workstationNo, branch, url } = options;
  const exchanges = createExchanges(options.startIso);
  const { clock } = exchanges;
  const connectUpstream = (target: { url: string; apiKey: string }) =>
    exchanges.watch(connectCrm(target, { queryMs: 20_000, pushMs: 20_000 }));
  const administrator = {
    username: options.administrator ?? `yonetici-${workstationNo}`,
    password: 'yonetici-parolasi',
    pin: '9999',
  };
  const admin = { window: 'admin' };

  let core: TestCore = await makeCore({ clock, connectUpstream });
  const { dataDir } = core;
  await core.ok('system.setUp', {
    branch: { code: branch, name: `Şube ${branch}` },
    desk: { code: `B${workstationNo}`, name: `Banko ${workstationNo}` },
    workstationNo,
    administrator: { ...administrator, displayName: 'Deniz Yönetici' },
  });
  core.core.start();
  await signIn();
  await setKey(options.apiKey);

  async function signIn(): Promise<void> {
    const { username, password } = administrator;
    await core.ok('session.signIn', { username, password }, admin);
  }

  async function setKey(apiKey: string): Promise<void> {
    await ok('crm.configure', { url, apiKey });
  }

  /** A test passes hours between two calls; the administrator types the PIN then. */
  async function call<M extends Method>(method: M, input: InputOf<M>): Promise<Result<OutputOf<M>>> {
    const answer = await core.call(method, input, admin);
    if (answer.ok || answer.error.code !== 'locked') return answer;
    await core.ok('session.unlock', { pin: administrator.pin }, admin);
    return core.call(method, input, admin);
  }

  async function ok<M extends Method>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
    const answer = await call(method, input);
    if (answer.ok) return answer.value;
    throw new Error(`${method} was refused: ${JSON.stringify(answer.error)}`);
  }

  async function reopen(change: () => Promise<void>): Promise<void> {
    await core.core.stop();
    await change();
    core = await makeCore({ dataDir, clock, connectUpstream });
    core.core.start();
  }

  return {
    clock,
    branch,
    dataDir,
    call,
    ok,
    crm: async () => (await core.ok('system.connection', {})).crm,
    exchange: exchanges.next,
    setKey,
    backUp: async () => (await ok('system.backUp', {})).file,
    restore: async (backup, when) => {
      await reopen(async () => {
        for (const name of ['banko.db', 'banko.db-wal', 'banko.db-shm'])
          await rm(join(dataDir, name), { force: true });
        await copyFile(join(dataDir, 'backups', backup), join(dataDir, 'banko.db'));
      });
      if (when !== 'at_once') await exchanges.next();
      await signIn();
    },
    restart: async () => {
      await reopen(async () => {});
      await signIn();
    },
    stop: () => core.core.stop(),
    remove: () => core.remove(),
  };
}
