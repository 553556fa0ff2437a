import { z } from 'zod';
import { outcomeKinds } from '../ledger/application-entries.ts';
import { command, query } from './define.ts';
import { idSchema, paragraph } from './fields.ts';

const applicationId = idSchema;

/** How long ago a day may be whose figures are put together anew. */
export const longestReportDays = 31;

/** A sheet by what it is about. */
export const askedSheetSchema = z.discriminatedUnion('document', [
  /** WR-1: filled from an application, or blank for null. */
  z.strictObject({ document: z.literal('contact_form'), applicationId: applicationId.nullable() }),
  z.strictObject({ document: z.literal('application_receipt_a4'), applicationId }),
  /** WR-4: of an application that is concluded. */
  z.strictObject({ document: z.literal('decision_letter'), applicationId }),
  /** Supervisors alone; of today or one of the days before. */
  z.strictObject({
    document: z.literal('shift_report'),
    day: z.iso.date({ error: 'Gün gg.aa.yyyy olarak yazılmalı.' }),
  }),
]);
export type AskedSheet = z.infer<typeof askedSheetSchema>;

/** With the application's number and nothing of a person in its name: it lies in a folder of downloads. */
const pdfSchema = z.strictObject({ name: z.string(), base64: z.base64() });
export type DrawnPdf = z.infer<typeof pdfSchema>;

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
    output: pdfSchema,
  }),
  /** The letter that closing with this outcome would make; marked TASLAK, and never printed. */
  'document.draftLetter': query({
    access: deskRoles,
    topics: ['applications', 'settings'],
    input: z.strictObject({
      applicationId,
      outcomeKind: z.enum(outcomeKinds, 'Sonucun türü seçilmeli.'),
      outcome: paragraph(4000, 'Sonuç yazılmalı.'),
    }),
    output: pdfSchema,
  }),
  'document.print': command({
    access: deskRoles,
    input: z.strictObject({ sheet: askedSheetSchema }),
    output: z.strictObject({ printJobId: z.string() }),
  }),
} as const;
