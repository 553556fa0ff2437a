import { z } from 'zod';
import { documents, printStates } from '../ledger/application-entries.ts';
import { command, query } from './define.ts';
import { done, idSchema, nothing } from './fields.ts';

/** What goes on paper, before it becomes bytes: printers and the screen's preview draw the same lines. */
export const printLineSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    size: z.enum(['small', 'normal', 'large', 'huge']),
    align: z.enum(['left', 'center']),
    bold: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('rule') }),
  /** Code 128 of an ASCII text. */
  z.strictObject({ kind: z.literal('barcode'), value: z.string() }),
  z.strictObject({ kind: z.literal('qr'), value: z.string() }),
]);
export type PrintLine = z.infer<typeof printLineSchema>;

export const printJobSchema = z.strictObject({
  jobId: z.string(),
  document: z.enum(documents),
  /** `A101`, `26-2026-0100001` */
  subject: z.string(),
  state: z.enum(printStates),
  reason: z.string(),
  copyNo: z.int().positive(),
  requestedAt: z.iso.datetime(),
});
export type PrintJobRow = z.infer<typeof printJobSchema>;

const users = ['reception', 'clerk', 'supervisor', 'administrator'] as const;

export const printOutboxContract = {
  'print.jobs': query({
    access: users,
    topics: ['prints'],
    input: nothing,
    output: z.strictObject({ jobs: z.array(printJobSchema) }),
  }),
  'print.preview': query({
    access: users,
    topics: ['prints', 'settings'],
    input: z.strictObject({ jobId: idSchema }),
    output: z.strictObject({
      job: printJobSchema,
      lines: z.array(printLineSchema),
      /** Whether this PC has a printer for such a document. */
      hasPrinter: z.boolean(),
    }),
  }),
  /** The screen has shown the document, because no printer is configured. */
  'print.markShown': command({ access: users, input: z.strictObject({ jobId: idSchema }), output: done }),
  'print.retry': command({ access: users, input: z.strictObject({ jobId: idSchema }), output: done }),
  /** Somebody has looked: whether the paper of a job that was sent came out. */
  'print.confirm': command({
    access: users,
    input: z.strictObject({ jobId: idSchema, cameOut: z.boolean() }),
    output: done,
  }),
} as const;
