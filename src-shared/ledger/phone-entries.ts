import { z } from 'zod';

const word = z.string().min(1).max(200);

/**
 * A number that somebody gave and a code told to it (KVKK Board decision 2020/966: contact data is verified by
 * reasonable means). The SMS itself is an `sms.requested` on the same stream.
 */
export const phoneEntries = {
  'phone.code_sent': z.strictObject({
    /** E.164 */
    phone: word,
    /** The code is worth nothing afterwards. */
    expiresAt: z.iso.datetime(),
  }),
  'phone.verified': z.strictObject({ phone: word }),
} as const;
