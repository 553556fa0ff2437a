import { createSystemClock } from '../../adapters/clock.ts';
import type { LanAddress } from '../../core/lan-port.ts';
import { freePort } from '../free-port.ts';
import { makeCore, type TestCore } from '../make-core.ts';
import { adminSecrets, setUp } from '../workplace.ts';

export type BranchOfPcs = {
  /** The first PC, set up, with its administrator signed in at window `admin`. */
  readonly first: () => Promise<TestCore>;
  /** A PC of its own that nobody has set up. */
  readonly open: () => Promise<TestCore>;
  /** A PC that has just joined; the administrator is signed in there too. */
  readonly join: (hub: TestCore, deskNo: number, via?: LanAddress) => Promise<TestCore>;
  /** Stops a PC, as when somebody pulls its plug, and starts it again on the same store. */
  readonly restart: (pc: TestCore) => Promise<TestCore>;
  readonly portOf: (pc: TestCore) => number;
  readonly remove: () => Promise<void>;
};

/** PCs of one branch on loopback in one process, each a whole core with a port of its own; the clocks go. */
export function openBranchOfPcs(): BranchOfPcs {
  const pcs: TestCore[] = [];
  const ports = new Map<string, number>();

  async function open(): Promise<TestCore> {
    const pc = await makeCore({ clock: runningClock() });
    pcs.push(pc);
    ports.set(pc.dataDir, await freePort());
    pc.core.start();
    return pc;
  }

  return {
    open,
    portOf: (pc) => ports.get(pc.dataDir) ?? 0,
    first: async () => {
      const pc = await open();
      await setUp(pc);
      await pc.ok('branch.setPort', { port: ports.get(pc.dataDir) ?? 0 }, { window: 'admin' });
      return pc;
    },
    restart: async (pc) => {
      const again = await pc.reopen();
      pcs[pcs.indexOf(pc)] = again;
      again.core.start();
      return again;
    },
    join: async (hub, deskNo, via) => {
      const pc = await open();
      const { code } = await hub.ok('branch.showCode', {}, { window: 'admin' });
      const desk = { code: `B${deskNo}`, name: `Banko ${deskNo}` };
      const address = via ?? { host: '127.0.0.1', port: ports.get(hub.dataDir) ?? 0 };
      await pc.ok('branch.join', { ...address, code, desk });
      const { username, password } = adminSecrets;
      await pc.ok('session.signIn', { username, password }, { window: 'admin' });
      await pc.ok('branch.setPort', { port: ports.get(pc.dataDir) ?? 0 }, { window: 'admin' });
      return pc;
    },
    remove: async () => {
      for (const pc of pcs.reverse()) await pc.remove();
    },
  };
}

function runningClock() {
  const clock = createSystemClock();
  const standing = () => {
    throw new Error('This clock goes by itself');
  };
  return { ...clock, advance: standing, set: standing, runNext: standing };
}
