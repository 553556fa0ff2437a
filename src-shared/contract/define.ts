import type { z } from 'zod';
import type { Role } from '../ledger/other-entries.ts';

/** What an announcement names; a screen refetches the queries that depend on it. */
export const topics = [
  'session',
  'queue',
  'meetings',
  'applications',
  'attachments',
  'consents',
  'signings',
  'consumers',
  'prints',
  'switchboard',
  'settings',
  'retention',
  'connection',
  /** Somebody has taken note of unusual reading. */
  'reading',
] as const;
export type Topic = (typeof topics)[number];

/**
 * Who may call at all. A screen that nobody signs in to is known by a token and reaches the methods of its own kind
 * alone: `display` the hall's, `kiosk` the one that gives numbers, `door` a meeting room's. A `visitor` is a phone
 * that follows one number; a `signer` a screen of one PC on which consumers read and sign.
 */
export const audiences = ['staff', 'display', 'kiosk', 'door', 'visitor', 'signer'] as const;
export type Audience = (typeof audiences)[number];

/**
 * For staff; every other audience is judged by its token alone. `public`: before anybody signed in. `signed_in`: every
 * role, while the screen is not locked.
 */
export type Access = 'public' | 'signed_in' | readonly Role[];

export type MethodDefinition = {
  readonly kind: 'query' | 'command';
  readonly audience: readonly Audience[];
  readonly access: Access;
  /** `branch`: carried out by the branch's one authority; on a joined PC it is passed on to the hub. */
  readonly authority: 'local' | 'branch';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** For a query: what makes its answer stale. Commands announce by what they wrote. */
  readonly topics: readonly Topic[];
};

type Shape<I extends z.ZodType, O extends z.ZodType> = {
  /** Staff alone where it is not said. */
  readonly audience?: readonly Audience[];
  readonly access: Access;
  readonly input: I;
  readonly output: O;
};

export function query<I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O> & { readonly topics: readonly Topic[]; readonly authority?: 'branch' },
) {
  return { ...base(shape), topics: shape.topics, kind: 'query' } as const;
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O> & { readonly authority?: 'branch' },
) {
  return { ...base(shape), topics: [], kind: 'command' } as const;
}

function base<I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O> & { readonly authority?: 'branch' },
) {
  const audience: readonly Audience[] = shape.audience ?? ['staff'];
  const authority: 'local' | 'branch' = shape.authority ?? 'local';
  return { audience, access: shape.access, authority, input: shape.input, output: shape.output };
}
