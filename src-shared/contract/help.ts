import { z } from 'zod';
import { command } from './define.ts';
import { idSchema, nothing } from './fields.ts';
import { deskSchema } from './session.ts';

export const helpCallSchema = z.strictObject({
  id: z.string(),
  desk: deskSchema,
  calledAt: z.iso.datetime(),
  /** Who comes; null while the call stands. */
  answeredBy: deskSchema.nullable(),
  answeredAt: z.iso.datetime().nullable(),
});
export type HelpCall = z.infer<typeof helpCallSchema>;

const one = z.strictObject({ helpId: idSchema });

/**
 * The silent button: every other desk sees it at once (in `ticket.queue`), and nothing sounds. A call stands
 * until somebody answers it or the desk that made it takes it back.
 */
export const helpContract = {
  /** A desk has one call at a time; pressed again, it is the same one. */
  'help.call': command({
    access: 'signed_in',
    authority: 'branch',
    input: nothing,
    output: z.strictObject({ helpCall: helpCallSchema }),
  }),
  'help.answer': command({
    access: 'signed_in',
    authority: 'branch',
    input: one,
    output: z.strictObject({ helpCall: helpCallSchema }),
  }),
  'help.takeBack': command({
    access: 'signed_in',
    authority: 'branch',
    input: one,
    output: z.strictObject({}),
  }),
} as const;
