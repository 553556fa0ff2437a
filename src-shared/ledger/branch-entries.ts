import { z } from 'zod';

const word = z.string().min(1).max(200);

/** SHA-256 of a PC's public key, lower-case hex: who a PC is on the LAN (decision 6). */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

const pc = z.strictObject({ name: word, workstationNo: z.int().min(1).max(99) });

/** Which PCs of the branch trust each other; one stream a key. */
export const pcEntries = {
  /** By the PC that showed the code; every PC that reads it trusts that key too, so a new hub needs no new codes. */
  'pc.trusted': pc,
  'pc.withdrawn': z.strictObject({}),
} as const;

/** Which PC is the branch's one authority; the stream is the branch. */
export const hubEntries = {
  'hub.appointed': pc.extend({
    fingerprint: fingerprintSchema,
    /** One higher than that of the hub before. Of two with one epoch the first by order stands. */
    epoch: z.int().positive(),
  }),
} as const;
