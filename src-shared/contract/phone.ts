import { z } from 'zod';
import { command } from './define.ts';
import { done, idSchema, mobileField } from './fields.ts';

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;

/** Whether a number is the consumer's own, before anything is sent to it: a code that they read out. */
export const phoneContract = {
  /** Another code for the same number makes the one before worthless. */
  'phone.sendCode': command({
    access: deskRoles,
    /** What was typed; or whose card holds the number, which the form does not know. */
    input: z
      .strictObject({ phone: z.exactOptional(mobileField), ofConsumer: z.exactOptional(idSchema) })
      .refine(({ phone, ofConsumer }) => (phone === undefined) !== (ofConsumer === undefined), {
        path: ['phone'],
        message: 'Telefon numarası yazılmalı.',
      }),
    /** The number as the form knows it: as typed, or masked as on the card. */
    output: z.strictObject({ checkId: z.string(), phone: z.string(), expiresAt: z.iso.datetime() }),
  }),
  'phone.verifyCode': command({
    access: deskRoles,
    input: z.strictObject({
      checkId: idSchema,
      code: z
        .string('Kod yazılmalı.')
        .transform((value) => value.replace(/\s/g, ''))
        .pipe(z.string().regex(/^\d{6}$/, 'Kod altı rakamdır.')),
    }),
    output: done,
  }),
} as const;
