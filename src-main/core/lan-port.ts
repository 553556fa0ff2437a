import type { Json } from '../../src-shared/ledger/canonical-json.ts';

/** SHA-256 of a PC's public key (SubjectPublicKeyInfo, DER), lower-case hex: who a PC is on the LAN. */
export type Fingerprint = string;

export type LanAddress = { readonly host: string; readonly port: number };

/** What a PC says of itself when it joins and when it is found; '' and 0 before it is set up. */
export type LanSelf = { readonly branchCode: string; readonly workstationNo: number; readonly name: string };

export type LanFailure =
  /** Not reached, cut off, or no answer in time: what was asked may or may not have happened. */
  | { readonly kind: 'unreachable' }
  /** Reached, but its key is not the pinned one, or it does not trust ours. */
  | { readonly kind: 'not_trusted' };

export type LanRequestFailure =
  | LanFailure
  /** The other PC threw: a bug there, which is in its log. Asking again will hardly help. */
  | { readonly kind: 'failed' };

export type LanResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: LanRequestFailure };

export type PairingFailure =
  | { readonly kind: 'unreachable' }
  /** The code is wrong, used up or too old, or nobody is pairing there. */
  | { readonly kind: 'wrong_code' };

export type PairedWith = { readonly fingerprint: Fingerprint; readonly self: LanSelf };

export type LanListener = {
  readonly port: number;
  /** Sends to those of the PCs that are connected and still trusted. */
  readonly tell: (pcs: readonly Fingerprint[], message: Json) => void;
  readonly connected: () => readonly Fingerprint[];
  /** Cuts a PC off whose trust was withdrawn. */
  readonly disconnect: (fingerprint: Fingerprint) => void;
  /** Cuts everybody off, half a second later at most, and resolves when nothing that they asked is being carried out any more. */
  readonly close: () => Promise<void>;
};

export type LanServing = {
  /** 0 for any free one. */
  readonly port: number;
  readonly isTrusted: (fingerprint: Fingerprint) => boolean;
  /** Carries out what a trusted PC asks. What it throws is answered as a failure without its text. */
  readonly answer: (from: Fingerprint, path: string, body: Json) => Promise<Json>;
  /**
   * The code that is good right now, or null. The listener proves and checks it without sending it; a right
   * proof is told to `onPaired`, which must make the PC trusted, a wrong one to `onWrongCode`.
   */
  readonly pairingCode: () => string | null;
  readonly onPaired: (pc: PairedWith) => Promise<void>;
  readonly onWrongCode: () => void;
  readonly self: LanSelf;
};

export type LanConnection = {
  /**
   * Unreachable at once while there is no connection: nothing is kept to be sent later. Rejects with
   * RangeError what the other side would not take: more than 16 MB, or a path that is no name (`[\w./-]`).
   * @param timeoutMs after which the answer is given up as unreachable
   */
  readonly request: (path: string, body: Json, timeoutMs: number) => Promise<LanResult<Json>>;
  readonly close: () => void;
};

export type LanConnecting = {
  /** Where it was last seen; the first that answers with the pinned key is taken. */
  readonly addresses: () => readonly LanAddress[];
  readonly fingerprint: Fingerprint;
  readonly onMessage: (message: Json) => void;
  /** Tells each change, the first one included; connects again by itself for ever, with backoff and jitter. */
  readonly onState: (state: 'connected' | 'unreachable' | 'not_trusted') => void;
};

export type FoundHub = {
  readonly self: LanSelf;
  readonly address: LanAddress;
  readonly fingerprint: Fingerprint;
};

/** The branch's PCs among each other: mutual TLS 1.3 with pinned keys, no authority but each other. */
export type Lan = {
  /** The addresses of this PC that others on the LAN can reach, the likeliest first. */
  readonly hosts: () => readonly string[];
  /** This PC's key and certificate; made at the first call and kept. */
  readonly fingerprint: () => Promise<Fingerprint>;
  /** Rejects where the port is taken (`EADDRINUSE`). */
  readonly listen: (serving: LanServing) => Promise<LanListener>;
  readonly connect: (connecting: LanConnecting) => LanConnection;
  /** Joins with the code that the other PC shows: both prove that they know it, bound to both keys. */
  readonly pair: (
    address: LanAddress,
    code: string,
    self: LanSelf,
  ) => Promise<
    | { readonly ok: true; readonly value: PairedWith }
    | { readonly ok: false; readonly failure: PairingFailure }
  >;
  /** Says by mDNS where this hub is, until the returned function is called; in vain where there is no mDNS. */
  readonly advertise: (self: LanSelf, port: number) => Promise<() => Promise<void>>;
  /** Other hubs that say by mDNS that they are there; looks for so long. A hint only: nothing of it is proven. */
  readonly find: (forMs: number) => Promise<readonly FoundHub[]>;
};
