import { z } from 'zod';
import { query } from './define.ts';
import { idSchema } from './fields.ts';

export const documentContract = {
  /** WR-1: the Consumer Contact Form as PDF, of an application as it stands or, for null, blank. The look is on record. */
  'document.contactForm': query({
    access: ['clerk', 'supervisor', 'administrator'],
    topics: [],
    input: z.strictObject({ applicationId: idSchema.nullable() }),
    output: z.strictObject({
      /** With the application's number and nothing of a person: it lies in a folder of downloads. */
      name: z.string(),
      base64: z.base64(),
    }),
  }),
} as const;
