import { z } from 'zod';
import { revealFields, revealReasons } from '../rules/field-access.ts';
import { command } from './define.ts';
import { done, idSchema, paragraph } from './fields.ts';

const subjectSchema = z.strictObject({ kind: z.enum(['application', 'consumer']), id: idSchema });

export const revealInput = z
  .strictObject({
    subject: subjectSchema,
    fields: z.array(z.enum(revealFields)).min(1, 'Hangi bilginin gösterileceği seçilmeli.').max(4),
    reason: z.enum(revealReasons, 'Neden seçilmeli.'),
    words: paragraph(300),
  })
  .refine(({ reason, words }) => reason !== 'other' || words !== '', {
    path: ['words'],
    message: 'Nedeni yazılmalı.',
  });

export const personContract = {
  /**
   * Puts on record why numbers of a person are needed, and has `application.get` or `consumer.get` give them whole to
   * this window until then.
   */
  'person.reveal': command({
    access: ['clerk', 'supervisor', 'administrator'],
    input: revealInput,
    output: z.strictObject({ until: z.iso.datetime() }),
  }),
  /** Masks them again before the time is over: somebody else comes to the desk. */
  'person.mask': command({
    access: ['clerk', 'supervisor', 'administrator'],
    input: z.strictObject({ subject: subjectSchema }),
    output: done,
  }),
} as const;
