import { canonicalJson, type Json } from './canonical-json.ts';
import type { Entry, NewEntry } from './entry.ts';

/** SHA-256 of a text as lower-case hex; the database's own (node:crypto) is passed in. */
export type Digest = (text: string) => string;

/** What the first entry of every log points back to. */
export const genesisHash = '0'.repeat(64);

export type LogHead = { readonly log: string; readonly seq: number; readonly hash: string };

export function emptyHead(log: string): LogHead {
  return { log, seq: 0, hash: genesisHash };
}

export function digestPayload(salt: string, payload: Json, digest: Digest): string {
  return digest(`${salt}.${canonicalJson(payload)}`);
}

/** Covers every field but payload and salt, which stand behind their digest and may be erased. */
export function hashEntry(entry: Omit<Entry, 'hash'>, digest: Digest): string {
  return digest(
    canonicalJson([
      entry.log,
      entry.seq,
      entry.id,
      entry.stream.kind,
      entry.stream.id,
      entry.type,
      entry.version,
      entry.recordedAt,
      entry.at,
      entry.actor,
      entry.payloadDigest,
      entry.prevHash,
    ]),
  );
}

export type SealContext = Pick<Entry, 'id' | 'recordedAt' | 'at' | 'actor'> & { readonly salt: string };

/** Gives a fact its place after `head` in the log. */
export function sealEntry(fact: NewEntry, head: LogHead, context: SealContext, digest: Digest): Entry {
  const unsealed = {
    id: context.id,
    log: head.log,
    seq: head.seq + 1,
    stream: fact.stream,
    type: fact.type,
    version: fact.version,
    recordedAt: context.recordedAt,
    at: context.at,
    actor: context.actor,
    payload: fact.payload,
    salt: context.salt,
    payloadDigest: digestPayload(context.salt, fact.payload, digest),
    prevHash: head.hash,
  };
  return { ...unsealed, hash: hashEntry(unsealed, digest) };
}

export type ChainFault = {
  readonly seq: number;
  readonly kind: 'hole' | 'wrong_log' | 'broken_link' | 'altered_entry' | 'altered_payload';
};

/**
 * Checks that `entries` continue `head` without a hole and that none was altered.
 * @returns the new head, or the first fault
 */
export function followChain(
  head: LogHead,
  entries: Iterable<Entry>,
  digest: Digest,
): { readonly head: LogHead } | { readonly fault: ChainFault } {
  let at = head;
  for (const entry of entries) {
    const kind = faultOf(entry, at, digest);
    if (kind !== undefined) return { fault: { seq: entry.seq, kind } };
    at = { log: entry.log, seq: entry.seq, hash: entry.hash };
  }
  return { head: at };
}

/** Whether an entry is what its writer sealed; says nothing of its place in the log. */
export function isSealIntact(entry: Entry, digest: Digest): boolean {
  if (hashEntry(entry, digest) !== entry.hash) return false;
  if (entry.salt === null) return entry.payload === null;
  return digestPayload(entry.salt, entry.payload, digest) === entry.payloadDigest;
}

function faultOf(entry: Entry, head: LogHead, digest: Digest): ChainFault['kind'] | undefined {
  if (entry.log !== head.log) return 'wrong_log';
  if (entry.seq !== head.seq + 1) return 'hole';
  if (entry.prevHash !== head.hash) return 'broken_link';
  if (hashEntry(entry, digest) !== entry.hash) return 'altered_entry';
  if (entry.salt !== null && digestPayload(entry.salt, entry.payload, digest) !== entry.payloadDigest)
    return 'altered_payload';
  if (entry.salt === null && entry.payload !== null) return 'altered_payload';
  return undefined;
}
