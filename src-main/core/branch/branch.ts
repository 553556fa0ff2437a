import { type BranchConnection, defaultHubPort } from '../../../src-shared/contract/branch.ts';
import type { Result } from '../../../src-shared/contract/errors.ts';
import { readLocal } from '../domains/settings/settings.repo.ts';
import type { JobFailed } from '../job-failed.ts';
import type { Fingerprint, Lan, LanAddress } from '../lan-port.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import { ownHead } from '../ledger/own-log.ts';
import type { Clock, Ids } from '../ports.ts';
import { placeOf } from '../sync/pull.ts';
import type { UpstreamLink } from '../sync/upstream-link.ts';
import { createWorker } from '../worker.ts';
import type { Committed, Writer } from '../write.ts';
import { type BranchHub, branchHub, branchPcs, selfOf } from './branch.repo.ts';
import { addressesOf } from './greeting.ts';
import { isReached } from './hub-ledger.ts';
import type { LinkState } from './hub-link.ts';
import { openHubServer } from './hub-server.ts';
import { type JoinedPc, openJoinedPc } from './joined-pc.ts';
import type { HubPush, PassedCall } from './messages.ts';
import { createNumbers, type Numbers } from './numbers.ts';
import { createPairingDesk, type PairingDesk } from './pairing-desk.ts';
import { connectionOf, type Role } from './role.ts';
import { seekHub } from './seek-hub.ts';

/**
 * This PC's place among those of its branch. It follows from the ledger alone: whoever was appointed last is the hub,
 * the others are joined to it, and where nobody was appointed each PC works alone.
 */
export type Branch = {
  readonly numbers: Numbers;
  readonly desk: PairingDesk;
  readonly role: () => Role;
  readonly connection: () => BranchConnection;
  /** Whether this PC decides on what belongs to the whole branch. */
  readonly isAuthority: () => boolean;
  /** Undefined where this PC carries the command out itself. */
  readonly passOn: (call: Omit<PassedCall, 'printsAt'>) => Promise<Result<unknown> | undefined>;
  /** Tells the other PCs to fetch what everybody signs in with. */
  readonly tellCredentials: () => void;
  readonly committed: (committed: Committed) => void;
  /** What the exchange of logs with the hub needs to know. */
  readonly link: Pick<UpstreamLink, 'current' | 'succeeded' | 'failed' | 'notConfigured'>;
  /** Resolves when the role is what the ledger says. */
  readonly reviewed: () => Promise<void>;
  /** Lets the role stand as it is while `run` works. */
  readonly holding: <T>(run: () => Promise<T>) => Promise<T>;
  readonly ownAddresses: () => Promise<readonly LanAddress[]>;
  /** Whether this store holds what the hub had written up to there; reads the rest of its feed where it does not. */
  readonly caughtUpTo: (cursor: string) => Promise<boolean>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

export type BranchServices = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly lan: Lan;
  readonly jobFailed: JobFailed;
  readonly carryOut: (from: Fingerprint, call: PassedCall) => Promise<Result<unknown>>;
  readonly pause: () => Promise<void>;
  /** Exchange logs with the hub, now. */
  readonly exchange: () => void;
  /** Resolves when no exchange with the hub runs. */
  readonly exchanged: () => Promise<void>;
  readonly onChanged: () => void;
};

const lookAgainMs = 5_000;
const hubLooksMs = 10_000;

export function createBranch(services: BranchServices): Branch {
  const { db, writer, clock, ids, lan, jobFailed, onChanged } = services;
  const numbers = createNumbers({ db, writer, clock, ids });
  const desk = createPairingDesk(clock, ids, onChanged);
  let role: Role = { kind: 'alone' };
  let trouble: string | null = null;
  let trusted: ReadonlySet<Fingerprint> = new Set();
  let addresses: readonly LanAddress[] = [];
  let port = defaultHubPort;
  let servedPort = 0;
  let own: readonly LanAddress[] = [];
  let isStarted = false;
  let isHeld = false;
  let hasSought = false;
  const isReady = Promise.withResolvers<void>();
  let cancelTimer = () => {};
  let seeking: Promise<void> = Promise.resolve();

  const worker = createWorker(review, (error) => {
    jobFailed('the role in the branch was not taken', error);
    isReady.resolve();
    lookAgain();
  });

  async function review(): Promise<void> {
    if (!isStarted || isHeld) return;
    cancelTimer();
    port = (await readLocal(db, 'hubPort')) ?? defaultHubPort;
    const pcs = await branchPcs(db);
    trusted = new Set(pcs.flatMap((pc) => (pc.withdrawnAt === null ? [pc.fingerprint] : [])));
    const hub = await branchHub(db);
    if (hub === undefined) await become({ kind: 'alone' });
    else if (hub.fingerprint === (await lan.fingerprint())) await serve(hub);
    else await join(hub);
    for (const pc of role.kind === 'hub' ? (role.server?.connected() ?? []) : [])
      if (!trusted.has(pc) && !desk.mayJoin(pc) && role.kind === 'hub') role.server?.disconnect(pc);
    isReady.resolve();
    lookAgain();
  }

  async function become(next: Role): Promise<void> {
    if (next.kind === 'alone' && role.kind === 'alone') return;
    const before = role;
    role = next;
    if (before.kind === 'hub' && next.kind !== 'hub') numbers.rest();
    if (before.kind === 'hub') await before.server?.close();
    if (before.kind === 'joined') await before.pc.close();
    onChanged();
  }

  async function serve(hub: BranchHub): Promise<void> {
    if (role.kind === 'hub') {
      const isServing = role.server !== undefined && servedPort === port;
      if (isServing && role.hub.epoch === hub.epoch) return;
      await role.server?.close();
    } else {
      const { workstationNo } = await selfOf(db);
      await numbers.serve(workstationNo, (bounds) => tell({ kind: 'bounds', bounds }));
      await become({ kind: 'hub', hub, server: undefined });
      if (await hasSuccessor(hub)) return;
    }
    try {
      const server = await openHubServer({
        ...services,
        desk,
        numbers,
        port,
        isTrusted: (pc) => trusted.has(pc),
        onConnectionsChanged: onChanged,
      });
      role = { kind: 'hub', hub, server };
      servedPort = port;
      trouble = null;
    } catch (error) {
      role = { kind: 'hub', hub, server: undefined };
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      trouble = `Şube merkezi ${port} numaralı bağlantı noktasını açamadı; öteki bilgisayarlar bağlanamıyor.`;
    }
    onChanged();
  }

  /** A hub that was away asks first whether another one has taken its place; what it learns is reviewed next. */
  async function hasSuccessor(hub: BranchHub): Promise<boolean> {
    if (hasSought) return false;
    hasSought = true;
    await seekOnce();
    return (await branchHub(db))?.epoch !== hub.epoch;
  }

  function tell(message: HubPush): void {
    if (role.kind === 'hub') role.server?.tell(message);
  }

  async function join(hub: BranchHub): Promise<void> {
    addresses = await addressesOf(db, hub.fingerprint);
    const before = own;
    own = await ownAddresses();
    if (role.kind === 'joined' && role.hub.fingerprint === hub.fingerprint) {
      role = { ...role, hub };
      // The others learn from the hub where this PC would be if it took over.
      if (JSON.stringify(own) !== JSON.stringify(before)) await role.pc.greet();
      return;
    }
    const pc = openJoinedPc({
      ...services,
      hub: hub.fingerprint,
      addresses: () => addresses,
      ownAddresses: () => own,
      onState: onLinkState,
    });
    trouble = null;
    await become({ kind: 'joined', hub, pc });
  }

  function onLinkState(state: LinkState): void {
    if (state !== 'connected') lookAgain();
    onChanged();
  }

  /** Where the others are not to be seen: has the hub another address, or is another PC the hub by now? */
  function lookAgain(): void {
    cancelTimer();
    if (!isStarted) return;
    const isLonely =
      role.kind === 'joined'
        ? role.pc.link.state() !== 'connected'
        : role.kind === 'hub' && (role.server === undefined || role.server.connected().length === 0);
    if (!isLonely) return;
    cancelTimer = clock.after(role.kind === 'hub' ? hubLooksMs : lookAgainMs, () => {
      seeking = seekOnce();
    });
  }

  async function seekOnce(): Promise<void> {
    try {
      const own = await ownAddresses();
      await seekHub({ db, writer, clock, lan, ownAddresses: () => own });
    } catch (error) {
      jobFailed('the hub was not sought', error);
    }
    worker.wake();
  }

  async function ownAddresses(): Promise<readonly LanAddress[]> {
    const at = (await readLocal(db, 'hubPort')) ?? defaultHubPort;
    return lan.hosts().map((host) => ({ host, port: at }));
  }

  async function pass(pc: JoinedPc, call: Omit<PassedCall, 'printsAt'>): Promise<Result<unknown>> {
    const { log } = await ownHead(db);
    const result = await pc.link.pass({ ...call, printsAt: log });
    // The hub has announced what it wrote before it answered; the screen asks this store next.
    await pc.settled();
    return result;
  }

  return {
    numbers,
    desk,
    role: () => role,
    isAuthority: () => role.kind !== 'joined',
    connection: () => connectionOf(role, trouble),
    passOn: async (call) => {
      // Before the first review nobody knows whose the decision is.
      if (isStarted) await isReady.promise;
      return role.kind === 'joined' ? pass(role.pc, call) : undefined;
    },
    tellCredentials: () => tell({ kind: 'credentials' }),
    committed: (committed) => {
      if (role.kind === 'hub') role.server?.committed(committed);
      if (committed.entries.some(({ entry }) => ['branch', 'pc'].includes(entry.stream.kind))) worker.wake();
    },
    link: {
      // While the role is held the hub is to learn what changes from nobody but the one who holds it.
      current: async () => (role.kind === 'joined' && !isHeld ? role.pc.link.upstream : undefined),
      succeeded: () => {},
      failed: () => {},
      notConfigured: () => {},
    },
    reviewed: async () => {
      worker.wake();
      await worker.idle();
    },
    holding: async (run) => {
      isHeld = true;
      try {
        return await run();
      } finally {
        isHeld = false;
        worker.wake();
        services.exchange();
      }
    },
    ownAddresses,
    caughtUpTo: async (cursor) => {
      if (role.kind !== 'joined') return false;
      await role.pc.settled();
      if (isReached((await placeOf(db, 'hub')).cursor, cursor)) return true;
      services.exchange();
      await services.exchanged();
      return isReached((await placeOf(db, 'hub')).cursor, cursor);
    },
    start: () => {
      isStarted = true;
      worker.wake();
    },
    stop: async () => {
      isStarted = false;
      isReady.resolve();
      cancelTimer();
      desk.hide();
      await seeking;
      await worker.stop();
      cancelTimer();
      if (role.kind === 'hub') await role.server?.close();
      if (role.kind === 'joined') await role.pc.close();
    },
  };
}
