import { z } from 'zod';
import { command, query } from './define.ts';
import { idSchema } from './fields.ts';

const applicationId = idSchema;

/** A sheet by what it is about. */
export const askedSheetSchema = z.discriminatedUnion('document', [
  /** WR-1: filled from an application, or blank for null. */
  z.strictObject({ document: z.literal('contact_form'), applicationId: applicationId.nullable() }),
  z.strictObject({ document: z.literal('application_receipt_a4'), applicationId }),
]);
export type AskedSheet = z.infer<typeof askedSheetSchema>;

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;

export const documentContract = {
  /**
   * An A4 document as it would come out of the printer now, as PDF; a look at a person's is on record. It bears KOPYA
   * where it was printed before.
   */
  'document.draw': query({
    access: deskRoles,
    topics: ['prints', 'applications', 'settings'],
    input: z.strictObject({ sheet: askedSheetSchema }),
    output: z.strictObject({
      /** With the application's number and nothing of a person: it lies in a folder of downloads. */
      name: z.string(),
      base64: z.base64(),
    }),
  }),
  'document.print': command({
    access: deskRoles,
    input: z.strictObject({ sheet: askedSheetSchema }),
    output: z.strictObject({ printJobId: z.string() }),
  }),
} as const;
