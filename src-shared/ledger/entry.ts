import { z } from 'zod';
import { isStorable } from '../text/storable.ts';
import type { Json } from './canonical-json.ts';
import { type HybridStamp, isStamp, stampPattern } from './hybrid-clock.ts';

export const streamKinds = [
  'application',
  'ticket',
  'help',
  'contact',
  'call',
  'consumer',
  'settings',
  'audit',
  'workstation',
  'branch',
  'pc',
  'screen',
  'phone',
  'text',
  /** What is printed about a day of a branch. */
  'shift',
  'destruction',
] as const;
export type StreamKind = (typeof streamKinds)[number];

/** What an entry is about: one application, one queue ticket, one consumer, one settings document … */
export type Stream = { readonly kind: string; readonly id: string };

/** One day of one branch. @param day `yyyy-MM-dd` */
export function shiftStream(branchCode: string, day: string): Stream {
  return { kind: 'shift', id: `${branchCode}/${day}` };
}

/** The day of such a stream. */
export function dayOfShift(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** An immutable fact as every database keeps and exchanges it. */
export type Entry = {
  readonly id: string;
  /** The database that wrote it. */
  readonly log: string;
  /** Place in that log: 1, 2, 3 … without a hole. */
  readonly seq: number;
  readonly stream: Stream;
  readonly type: string;
  readonly version: number;
  /** Order among all entries of a stream. */
  readonly recordedAt: HybridStamp;
  /** The writer's wall clock, ISO 8601 UTC: the time that the law and the screen mean. */
  readonly at: string;
  /**
   * User id, `system`, `gateway`, `team:<code>/<member>` for somebody at the gateway, or `intake:<channel>` for what
   * comes in from outside.
   */
  readonly actor: string;
  /** Null once the payload was erased (KVKK md. 7); the chain still verifies by the digest. */
  readonly payload: Json;
  /** 16 random bytes as hex, so that a digest can't be guessed back to a small payload; null when erased. */
  readonly salt: string | null;
  readonly payloadDigest: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** Who acts where the CRM gateway does so by itself, such as reporting an SMS. */
export const gatewayActor = 'gateway';

/** Who acts where an application comes in from outside, by the code of its channel. */
export function intakeActor(channel: string): string {
  return `intake:${channel}`;
}

/** What a service says happened; writing adds the place in the log. */
export type NewEntry = {
  readonly stream: Stream;
  readonly type: string;
  readonly version: number;
  readonly payload: Json;
};

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
const jsonSchema: z.ZodType<Json> = z.json();

/** Stands in a database's own column: replacing what that can't hold would break the hash. */
function label(longest: number) {
  return z.string().min(1).max(longest).refine(isStorable);
}

/**
 * The envelope, whatever the type: an upstream stores every well-formed entry, also of types that it does
 * not know yet. Sizes are bounded so that one entry can't fill a disk.
 */
export const entrySchema = z.strictObject({
  id: z.uuid(),
  log: z.uuid(),
  seq: z.int().positive(),
  stream: z.strictObject({ kind: label(40), id: label(80) }),
  type: label(80),
  version: z.int().positive(),
  recordedAt: z.string().regex(stampPattern).refine(isStamp),
  at: z.iso.datetime({ precision: 3 }),
  actor: label(120),
  payload: jsonSchema,
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
  payloadDigest: sha256Hex,
  prevHash: sha256Hex,
  hash: sha256Hex,
});

/** Total order of entries: by hybrid stamp, then by id. The same on every database. */
export function compareEntries(a: Entry, b: Entry): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The entries in order, each once, however and how often they arrived. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return [...byId.values()].sort(compareEntries);
}
