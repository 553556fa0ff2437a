import { z } from 'zod';
import { roles } from '../ledger/other-entries.ts';
import { command, query } from './define.ts';
import { done, nothing, pinField } from './fields.ts';

export const userSchema = z.strictObject({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
});
export type User = z.infer<typeof userSchema>;

export const deskSchema = z.strictObject({ deskCode: z.string(), deskName: z.string() });
export type Desk = z.infer<typeof deskSchema>;

export const sessionSchema = z.strictObject({
  user: userSchema.nullable(),
  isLocked: z.boolean(),
  desk: deskSchema.nullable(),
  /** Minutes without a sign of life after which the core locks the session; set by the branch. */
  lockAfterMinutes: z.int().positive(),
});
export type Session = z.infer<typeof sessionSchema>;

export const sessionContract = {
  'session.current': query({
    access: 'public',
    topics: ['session', 'settings'],
    input: nothing,
    output: sessionSchema,
  }),
  'session.signIn': command({
    access: 'public',
    input: z.strictObject({
      username: z.string('Kullanıcı adı yazılmalı.').min(1, 'Kullanıcı adı yazılmalı.').max(60),
      password: z.string('Parola yazılmalı.').min(1, 'Parola yazılmalı.').max(200),
      /** Where this person sits today; the workstation's own desk where absent. */
      deskCode: z.string().max(40).optional(),
    }),
    output: sessionSchema,
  }),
  'session.signOut': command({ access: 'public', input: nothing, output: done }),
  /** There was input at the window: somebody is there, also where they read and save nothing. */
  'session.active': command({ access: 'signed_in', input: nothing, output: done }),
  'session.lock': command({ access: 'public', input: nothing, output: done }),
  'session.unlock': command({
    access: 'public',
    input: z.strictObject({ pin: pinField }),
    output: sessionSchema,
  }),
} as const;
