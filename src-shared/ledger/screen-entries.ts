import { z } from 'zod';

const word = z.string().min(1).max(200);

/** `display`: the hall's waiting display. `kiosk`: gives numbers. `door`: of one meeting room. */
export const screenKinds = ['display', 'kiosk', 'door'] as const;
export type ScreenKind = (typeof screenKinds)[number];

/** SHA-256 of a screen's token, lower-case hex; the token itself is only where it was made and on that screen. */
export const tokenHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Screens that nobody signs in to; one stream a screen. */
export const screenEntries = {
  'screen.added': z.strictObject({
    name: word,
    kind: z.enum(screenKinds),
    /** Of a door: whose it is. */
    roomCode: word.nullable(),
    tokenHash: tokenHashSchema,
  }),
  /** For good: whoever is to come back is added again, with a new token. */
  'screen.withdrawn': z.strictObject({}),
} as const;
