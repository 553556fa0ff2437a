import { freePort } from '../../src-main/testing/free-port.ts';
import { temporaryFolder } from './processes.ts';
import { administrator, callHost } from './wire.ts';
import { startOnFolder, type Workplace } from './workplace.ts';

/** A web host on a folder of its own that can be killed and started again there. */
export type Pc = {
  readonly workplace: () => Workplace;
  /** Where it listens while it is the hub. */
  readonly port: number;
  readonly restart: () => Promise<void>;
};

export type BranchOfPcs = {
  /** A PC that nobody has set up. */
  readonly open: () => Promise<Pc>;
  readonly setUp: (
    pc: Pc,
    numbered: { readonly branchCode?: string; readonly workstationNo: number },
  ) => Promise<void>;
  /** A PC of the branch, joined over the wire: for tests that are not about joining. */
  readonly join: (hub: Pc, deskNo: number) => Promise<Pc>;
  readonly close: () => Promise<void>;
};

/** PCs of one branch, each a process of its own, on real sockets of this machine. */
export function openBranchOfPcs(): BranchOfPcs {
  const running: { stop: () => Promise<void> }[] = [];

  async function open(): Promise<Pc> {
    const folder = await temporaryFolder();
    let workplace = await startOnFolder(folder.path);
    running.push({
      stop: async () => {
        await workplace.stop();
        await folder.remove();
      },
    });
    return {
      workplace: () => workplace,
      port: await freePort(),
      restart: async () => {
        workplace = await startOnFolder(folder.path);
      },
    };
  }

  /** Signed in on the wire, and listening on its own port once it becomes the hub. */
  async function enter(pc: Pc): Promise<void> {
    const { username, password } = administrator;
    await callHost(pc.workplace(), 'session.signIn', { username, password });
    await callHost(pc.workplace(), 'branch.setPort', { port: pc.port });
  }

  return {
    open,
    setUp: async (pc, { branchCode = '26', workstationNo }) => {
      const desk = { code: `B${workstationNo}`, name: `Banko ${workstationNo}` };
      const branch = { code: branchCode, name: 'Eskişehir Merkez' };
      await callHost(pc.workplace(), 'system.setUp', { branch, desk, workstationNo, administrator });
      await enter(pc);
    },
    join: async (hub, deskNo) => {
      const pc = await open();
      const desk = { code: `B${deskNo}`, name: `Banko ${deskNo}` };
      const code = await codeOf(hub);
      await callHost(pc.workplace(), 'branch.join', { host: '127.0.0.1', port: hub.port, code, desk });
      await enter(pc);
      return pc;
    },
    close: async () => {
      for (const pc of running.splice(0)) await pc.stop();
    },
  };
}

/** A new code of the hub, where the test is not about its screen. */
export async function codeOf(hub: Pc): Promise<string> {
  const shown = (await callHost(hub.workplace(), 'branch.showCode', {})) as { readonly code: string };
  return shown.code;
}
