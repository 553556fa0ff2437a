import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../src-shared/ledger/canonical-json.ts';
import type { Fingerprint, LanSelf } from '../../core/lan-port.ts';
import { protocolVersion } from './wire.ts';

export type PairingRole = 'joining' | 'listening';

/** What both sides have seen of one pairing. Somebody in the middle has shown other keys to each of them. */
export type PairingTranscript = {
  readonly keys: Readonly<Record<PairingRole, Fingerprint>>;
  readonly nonces: Readonly<Record<PairingRole, string>>;
};

const label = `banko-pairing-${protocolVersion}`;
export const nonceBytes = 32;
const nonceSchema = z.string().regex(/^[0-9a-f]{64}$/);
const proofSchema = z.string().regex(/^[0-9a-f]{64}$/);
const selfSchema = z.object({
  branchCode: z.string().max(20),
  workstationNo: z.int().min(0).max(9_999),
  name: z.string().max(200),
});

/** Says no more than no: whoever guesses learns nothing from it. */
export const refusal = { ok: false } as const;
const refusalSchema = z.object({ ok: z.literal(false) });

/** What is said, in this order: the joining side greets and proves first. */
export const greetingSchema = z.object({ version: z.literal(protocolVersion), nonce: nonceSchema });
export const greetingBackSchema = z.union([greetingSchema.extend({ ok: z.literal(true) }), refusalSchema]);
export const claimSchema = z.object({ proof: proofSchema, self: selfSchema });
export const verdictSchema = z.union([claimSchema.extend({ ok: z.literal(true) }), refusalSchema]);

/** What each guess costs whoever heard a proof: 32 MB and about a tenth of a second. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** The code as a key for this one pairing: both nonces are in it, so nothing can be prepared. */
export function pairingKey(code: string, { nonces }: PairingTranscript): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  scrypt(code, `${label} ${nonces.joining} ${nonces.listening}`, 32, cost, (error, key) =>
    error === null ? resolve(key) : reject(error),
  );
  return promise;
}

/** Proves that this role, with these two keys, knows the code. */
export function proofOf(
  key: Buffer,
  role: PairingRole,
  transcript: PairingTranscript,
  self: LanSelf,
): string {
  const said = canonicalJson({ label, role, ...transcript, self });
  return createHmac('sha256', key).update(said).digest('hex');
}

export function isSameProof(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given, 'hex'), Buffer.from(expected, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
