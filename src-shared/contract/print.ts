import { z } from 'zod';
import { documents } from '../ledger/application-entries.ts';
import { command, query } from './define.ts';
import { done, idSchema, line, nothing } from './fields.ts';

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
  state: z.enum(['queued', 'sent', 'shown', 'failed']),
  reason: z.string(),
  copyNo: z.int().positive(),
  requestedAt: z.iso.datetime(),
});
export type PrintJobRow = z.infer<typeof printJobSchema>;

export const printerSchema = z.strictObject({
  /** Raw ESC/POS over TCP, the usual port is 9100. */
  kind: z.literal('network'),
  host: line(200, 'Yazıcının adresi yazılmalı.'),
  port: z.int().min(1, 'Port 1 ile 65535 arasında olmalı.').max(65535, 'Port 1 ile 65535 arasında olmalı.'),
  codePage: z.enum(['PC857', 'WPC1254']),
});
export type PrinterSettings = z.infer<typeof printerSchema>;

const users = ['reception', 'clerk', 'supervisor', 'administrator'] as const;

export const printContract = {
  'print.jobs': query({
    access: users,
    topics: ['prints'],
    input: nothing,
    output: z.strictObject({ jobs: z.array(printJobSchema) }),
  }),
  'print.preview': query({
    access: users,
    topics: ['prints'],
    input: z.strictObject({ jobId: idSchema }),
    output: z.strictObject({ job: printJobSchema, lines: z.array(printLineSchema) }),
  }),
  /** The screen has shown the document, because no printer is configured. */
  'print.markShown': command({ access: users, input: z.strictObject({ jobId: idSchema }), output: done }),
  'print.retry': command({ access: users, input: z.strictObject({ jobId: idSchema }), output: done }),
  'printer.get': query({
    access: users,
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({ printer: printerSchema.nullable() }),
  }),
  'printer.configure': command({
    access: ['administrator'],
    input: z.strictObject({ printer: printerSchema.nullable() }),
    output: done,
  }),
  'printer.test': command({ access: ['administrator'], input: nothing, output: done }),
} as const;
