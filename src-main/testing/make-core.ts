import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../src-shared/contract/errors.ts';
import type { InputOf, Method, OutputOf } from '../../src-shared/contract/index.ts';
import { createIds } from '../adapters/ids.ts';
import { createLan } from '../adapters/lan/create-lan.ts';
import { connectOnlineMeetings } from '../adapters/online-meetings/connect.ts';
import { createPapers } from '../adapters/paper/create-papers.ts';
import { createSealer } from '../adapters/seal/create-sealer.ts';
import type { Core } from '../core/core.ts';
import { createCore } from '../core/create-core.ts';
import type { Lan } from '../core/lan-port.ts';
import type { Ports, PrintContent, Printer, Printers, PrintOutcome, Upstream } from '../core/ports.ts';
import { withoutAttachments } from '../core/sync/without-attachments.ts';
import { createTestClock, type TestClock } from './test-clock.ts';

export type TestCore = {
  readonly core: Core;
  readonly clock: TestClock;
  readonly dataDir: string;
  readonly ports: Ports;
  readonly printed: { readonly printer: Printer; readonly content: PrintContent }[];
  /** Calls as a window; each call is a new intent unless it is given its commandId. */
  readonly call: <M extends Method>(
    method: M,
    input: InputOf<M>,
    options?: { readonly window?: string; readonly commandId?: string },
  ) => Promise<Result<OutputOf<M>>>;
  /** The same, for a call that must succeed. */
  readonly ok: <M extends Method>(
    method: M,
    input: InputOf<M>,
    options?: { readonly window?: string; readonly commandId?: string },
  ) => Promise<OutputOf<M>>;
  /** Stops the core and opens it again on the same store. */
  readonly reopen: (changes?: Partial<Ports>) => Promise<TestCore>;
  readonly remove: () => Promise<void>;
};

export type TestCoreOptions = {
  readonly dataDir?: string;
  readonly clock?: TestClock;
  readonly connectUpstream?: Ports['connectUpstream'];
  readonly print?: (printer: Printer) => PrintOutcome;
  /** What a queue of the system says of its jobs; nothing where it is left out. */
  readonly follow?: Printers['follow'];
  readonly sampleGateway?: Ports['sampleGateway'];
  /** Stands in for chance at some lengths; undefined leaves it to chance. */
  readonly randomBytes?: (length: number) => Uint8Array | undefined;
};

/** Every byte was taken, and nobody says more. */
export const sent = {
  ok: true,
  isConfirmed: false,
  note: '',
  queueJob: null,
} as const satisfies PrintOutcome;

/** The key of every test's store. */
export const testStoreKey = new Uint8Array(32).fill(7);

/** A core on a real encrypted store in a temporary folder; only clock, key, printer and CRM are the test's. */
export async function makeCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'banko-test-')));
  const clock = options.clock ?? createTestClock();
  const printed: TestCore['printed'] = [];
  const ids = createIds(clock.now);
  const ports: Ports = {
    clock,
    ids: { ...ids, randomBytes: (length) => options.randomBytes?.(length) ?? ids.randomBytes(length) },
    log: silentLog,
    secrets: { storeKey: async () => testStoreKey },
    printers: {
      print: async (printer, content) => {
        const outcome = options.print?.(printer) ?? sent;
        if (outcome.ok) printed.push({ printer, content });
        return outcome;
      },
      follow: options.follow ?? (async () => ({ state: 'unknown' })),
      find: async () => ({ queues: [], queuesTrouble: null, network: [] }),
      resume: async () => ({ ok: true }),
    },
    papers: createPapers(),
    sealer: createSealer(),
    lan: loopbackLan(dataDir),
    connectUpstream: options.connectUpstream ?? (() => unreachableCrm),
    connectOnlineMeetings,
    sampleGateway: options.sampleGateway ?? {
      start: async () => {
        throw new Error('No sample gateway in this test');
      },
    },
  };
  return wrap(dataDir, clock, ports, printed);
}

async function wrap(
  dataDir: string,
  clock: TestClock,
  ports: Ports,
  printed: TestCore['printed'],
): Promise<TestCore> {
  const core = await createCore({ dataDir, ports, version: '0.0.0-test' });
  let intents = 0;

  async function call<M extends Method>(
    method: M,
    input: InputOf<M>,
    { window = 'main', commandId }: { readonly window?: string; readonly commandId?: string } = {},
  ): Promise<Result<OutputOf<M>>> {
    intents += 1;
    const body = { commandId: commandId ?? `${ports.ids.uuid()}-${intents}`, input };
    // Dispatch has parsed the answer with the method's own schema.
    return (await core.dispatch({ audience: 'staff', window }, method, body)) as Result<OutputOf<M>>;
  }

  return {
    core,
    clock,
    dataDir,
    ports,
    printed,
    call,
    ok: async (method, input, callOptions) => {
      const result = await call(method, input, callOptions);
      if (result.ok) return result.value;
      throw new Error(`${method} was refused: ${JSON.stringify(result.error)}`);
    },
    reopen: async (changes = {}) => {
      await core.stop();
      return wrap(dataDir, clock, { ...ports, ...changes }, printed);
    },
    remove: async () => {
      await core.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The real LAN, on this machine alone and without mDNS: a test's branch is nobody else's business. */
export function loopbackLan(dataDir: string): Lan {
  const lan = createLan({ identityFile: join(dataDir, 'lan.pem'), log: silentLog });
  return { ...lan, hosts: () => ['127.0.0.1'], advertise: async () => async () => {}, find: async () => [] };
}

const silentLog = { info: () => {}, warn: () => {}, error: () => {} };

const down = async () => ({ ok: false, failure: { kind: 'unreachable' } }) as const;
export const unreachableCrm: Upstream = {
  head: down,
  push: down,
  giveBack: down,
  logPage: down,
  feed: down,
  findConsumers: down,
  attachments: withoutAttachments,
  close: () => {},
};
