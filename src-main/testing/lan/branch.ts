import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import { createLan } from '../../adapters/lan/create-lan.ts';
import { type LanIdentity, ownIdentity } from '../../adapters/lan/identity.ts';
import type {
  Fingerprint,
  Lan,
  LanAddress,
  LanConnection,
  LanListener,
  LanSelf,
  LanServing,
  PairedWith,
} from '../../core/lan-port.ts';
import { createRecordingLog, type LogLine } from '../recording-log.ts';

export type Pc = {
  readonly lan: Lan;
  readonly identity: LanIdentity;
  readonly self: LanSelf;
  readonly logged: readonly LogLine[];
};

export type Hub = {
  readonly pc: Pc;
  readonly listener: LanListener;
  readonly address: LanAddress;
  readonly trusted: Set<Fingerprint>;
  /** What was carried out, in order. */
  readonly asked: { readonly from: Fingerprint; readonly path: string; readonly body: Json }[];
  readonly paired: PairedWith[];
  readonly wrongCodes: () => number;
};

export type Pair = { readonly hub: Hub; readonly client: Pc; readonly fingerprint: Fingerprint };

export type Link = {
  readonly connection: LanConnection;
  readonly states: string[];
  readonly messages: Json[];
};

export type Branch = {
  readonly addPc: () => Promise<Pc>;
  /** A hub that gives back what it is asked, for what is not said otherwise. */
  readonly openHub: (pc: Pc, own?: Partial<LanServing>) => Promise<Hub>;
  /** A hub and a PC that it trusts. */
  readonly openPair: (answer?: LanServing['answer']) => Promise<Pair>;
  readonly connect: (
    pc: Pc,
    to: { readonly fingerprint: Fingerprint; readonly addresses: readonly LanAddress[] },
  ) => Link;
  readonly cleanUp: (undo: () => unknown) => void;
  readonly close: () => Promise<void>;
};

/** PCs of one branch on loopback, each with a key of its own. */
export async function openBranch(): Promise<Branch> {
  const dir = await mkdtemp(join(tmpdir(), 'banko-lan-'));
  const undos: (() => unknown)[] = [];
  let pcs = 0;

  async function addPc(): Promise<Pc> {
    pcs += 1;
    const identityFile = join(dir, `${pcs}.pem`);
    const { log, lines } = createRecordingLog();
    const self = { branchCode: '26', workstationNo: pcs, name: `Banko ${pcs}` };
    const identity = await ownIdentity(identityFile);
    return { lan: createLan({ identityFile, log }), identity, self, logged: lines };
  }

  async function openHub(pc: Pc, own: Partial<LanServing> = {}): Promise<Hub> {
    const trusted = new Set<Fingerprint>();
    const asked: Hub['asked'] = [];
    const paired: PairedWith[] = [];
    let wrongCodes = 0;
    const listener = await pc.lan.listen({
      port: 0,
      self: pc.self,
      isTrusted: (fingerprint) => trusted.has(fingerprint),
      pairingCode: () => null,
      onPaired: async (with_) => {
        trusted.add(with_.fingerprint);
        paired.push(with_);
      },
      onWrongCode: () => {
        wrongCodes += 1;
      },
      ...own,
      answer: async (from, path, body) => {
        asked.push({ from, path, body });
        return own.answer === undefined ? body : own.answer(from, path, body);
      },
    });
    undos.push(listener.close);
    const address = { host: '127.0.0.1', port: listener.port };
    return { pc, listener, address, trusted, asked, paired, wrongCodes: () => wrongCodes };
  }

  return {
    addPc,
    openHub,
    openPair: async (answer) => {
      const [pc, client] = await Promise.all([addPc(), addPc()]);
      const hub = await openHub(pc, answer === undefined ? {} : { answer });
      hub.trusted.add(client.identity.fingerprint);
      return { hub, client, fingerprint: pc.identity.fingerprint };
    },
    connect: (pc, { fingerprint, addresses }) => {
      const states: string[] = [];
      const messages: Json[] = [];
      const connection = pc.lan.connect({
        addresses: () => addresses,
        fingerprint,
        onMessage: (message) => messages.push(message),
        onState: (state) => states.push(state),
      });
      undos.push(connection.close);
      return { connection, states, messages };
    },
    cleanUp: (undo) => undos.push(undo),
    close: async () => {
      for (const undo of undos.reverse()) await undo();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
