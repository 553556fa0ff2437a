import type { SealRefusal, TimestampTrouble } from '../../src-shared/contract/seal.ts';

/** With what this PC seals, as it lies in the encrypted store; it enters no ledger, no log and no answer. */
export type SealIdentity = {
  /** PEM; the organisation's own first, then who issued it. */
  readonly certificates: readonly string[];
  /** PKCS#8, PEM. */
  readonly key: string;
};

export type SealReading =
  | { readonly ok: true; readonly identity: SealIdentity }
  | { readonly ok: false; readonly refusal: SealRefusal };

/** What the signature's own properties say; they stand in the signed part of the file. */
export type SealAbout = {
  /** The organisation. */
  readonly name: string;
  readonly reason: string;
  /** By this PC's clock. A timestamp alone proves a time. */
  readonly at: string;
};

/** An RFC 3161 server. */
export type TimestampServer = {
  readonly url: string;
  readonly user: string | null;
  readonly password: string | null;
};

export type Timestamp = {
  /** By the authority's clock. */
  readonly at: string;
  /** Who says so, from its certificate. */
  readonly authority: string;
};
export type Timestamped =
  | ({ readonly ok: true; readonly pdf: Uint8Array } & Timestamp)
  | { readonly ok: false; readonly trouble: TimestampTrouble };
export type TimestampTrial =
  | ({ readonly ok: true } & Timestamp)
  | { readonly ok: false; readonly trouble: TimestampTrouble };

/** Seals PDF documents (PAdES, ETSI EN 319 142-1: B-B, and B-T once they have their timestamp). */
export type Sealer = {
  /** A self-signed one, for sample data and trials: it says in its name that it is nobody's. */
  readonly makeIdentity: (organisation: string, now: number) => Promise<SealIdentity>;
  /** Out of a .p12 or .pfx file. */
  readonly readIdentity: (pfx: Uint8Array, password: string, now: number) => Promise<SealReading>;
  /** The document with the seal after it: what was there stays byte for byte. Throws for what is no PDF of ours. */
  readonly seal: (pdf: Uint8Array, identity: SealIdentity, about: SealAbout) => Promise<Uint8Array>;
  /** Puts a timestamp over the seal into the room that the seal kept for it; the signed bytes stay as they are. */
  readonly timestamp: (sealed: Uint8Array, server: TimestampServer) => Promise<Timestamped>;
  /** Asks for a timestamp over nothing, to see whether the server gives one. */
  readonly tryServer: (server: TimestampServer) => Promise<TimestampTrial>;
};
