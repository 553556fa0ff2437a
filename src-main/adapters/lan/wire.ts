import { z } from 'zod';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import { maxMessageBytes } from './limits.ts';

/** The version of everything that two PCs say to each other; it is part of what pairing proves. */
export const protocolVersion = 1;

export const paths = { link: '/', pair: '/pair' } as const;

/** What JSON.parse gives is Json, so only its presence is checked. */
const bodySchema = z.custom<Json>((value) => value !== undefined);

/** It may stand in the log, so there is no room for more than a name. */
const pathPattern = /^[\w./-]{1,100}$/;

export const requestSchema = z.object({
  id: z.int().nonnegative(),
  path: z.string().regex(pathPattern),
  body: bodySchema,
});
export type Request = z.infer<typeof requestSchema>;

export const fromListenerSchema = z.union([
  z.object({ id: z.int().nonnegative(), ok: z.boolean(), body: bodySchema }),
  z.object({ push: bodySchema }),
]);
export type FromListener = z.infer<typeof fromListenerSchema>;

/** Throws RangeError for what the other side would not take: only a bug can cause it. */
export function encode(message: Request | FromListener): string {
  if ('path' in message && !pathPattern.test(message.path))
    throw new RangeError('A path on the LAN is a name');
  const text = JSON.stringify(message);
  if (Buffer.byteLength(text) > maxMessageBytes)
    throw new RangeError(`A message on the LAN has at most ${maxMessageBytes} bytes`);
  return text;
}

/** Undefined for what is no such message. */
export function decode<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
