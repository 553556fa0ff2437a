import { z } from 'zod';
import { command, query } from './define.ts';
import { done, line, nothing } from './fields.ts';

/** One printer each: the slip printer at the desk, the label printer of the archive, the one for A4. */
export const printerRoles = ['slip', 'label', 'a4'] as const;
export type PrinterRole = (typeof printerRoles)[number];

const queueSchema = z.strictObject({
  kind: z.literal('queue'),
  /** As the system calls it. A name that begins with `-` would be an option to the program that takes the job. */
  name: line(127, 'Yazıcı kuyruğu seçilmeli.').refine(
    (name) => !name.startsWith('-'),
    'Kuyruk adı tire ile başlayamaz.',
  ),
});
export const networkConnectionSchema = z.strictObject({
  /** Raw bytes over TCP, the usual port is 9100. */
  kind: z.literal('network'),
  host: line(200, 'Yazıcının adresi yazılmalı.'),
  port: z.int().min(1, 'Port 1 ile 65535 arasında olmalı.').max(65535, 'Port 1 ile 65535 arasında olmalı.'),
});
const rawSchema = z.discriminatedUnion('kind', [networkConnectionSchema, queueSchema]);
export type RawConnection = z.infer<typeof rawSchema>;
export type NetworkConnection = z.infer<typeof networkConnectionSchema>;

/** `raster`: every line as a picture, for printers whose code pages nobody knows. */
export const letterings = ['PC857', 'WPC1254', 'raster'] as const;
export type Lettering = (typeof letterings)[number];
/** Dots across the paper at 203 dpi: 58 mm, and the two heads that 80 mm printers have. */
export const headWidths = [384, 512, 576] as const;
export const cuts = ['none', 'partial', 'full'] as const;
/** `pulse` opens a drawer, or sounds a bell that hangs at its socket. */
export const buzzers = ['none', 'beep', 'pulse'] as const;
export const labelDpis = [203, 300] as const;

export const slipPrinterSchema = z.strictObject({
  connection: rawSchema,
  lettering: z.enum(letterings),
  headDots: z.literal(headWidths),
  cut: z.enum(cuts),
  buzzer: z.enum(buzzers),
});
export type SlipPrinter = z.infer<typeof slipPrinterSchema>;

const millimetres = z.int('Milimetre olarak yazılmalı.');
export const labelPrinterSchema = z.strictObject({
  connection: rawSchema,
  dpi: z.literal(labelDpis),
  widthMm: millimetres.min(40, 'En az 40 mm olmalı.').max(110, 'En çok 110 mm olabilir.'),
  heightMm: millimetres.min(25, 'En az 25 mm olmalı.').max(200, 'En çok 200 mm olabilir.'),
});
export type LabelPrinter = z.infer<typeof labelPrinterSchema>;

export const a4PrinterSchema = z.strictObject({ connection: queueSchema });
export type A4Printer = z.infer<typeof a4PrinterSchema>;

export const printersSchema = z.strictObject({
  slip: slipPrinterSchema.nullable(),
  label: labelPrinterSchema.nullable(),
  a4: a4PrinterSchema.nullable(),
});
export type PrintersSettings = z.infer<typeof printersSchema>;

/** One role's printer, or none. */
export const printerChangeSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('slip'), printer: slipPrinterSchema.nullable() }),
  z.strictObject({ role: z.literal('label'), printer: labelPrinterSchema.nullable() }),
  z.strictObject({ role: z.literal('a4'), printer: a4PrinterSchema.nullable() }),
]);

export type PrinterChange = z.infer<typeof printerChangeSchema>;

export const foundPrintersSchema = z.strictObject({
  queues: z.array(
    z.strictObject({
      name: z.string(),
      isDefault: z.boolean(),
      /** What keeps it from printing, as a sentence; null while nothing is known of. */
      trouble: z.string().nullable(),
      /** It was stopped and prints again when somebody says so. */
      isStopped: z.boolean(),
    }),
  ),
  /** Why the system's queues could not be asked for; null where they could. */
  queuesTrouble: z.string().nullable(),
  network: z.array(z.strictObject({ name: z.string(), host: z.string(), port: z.int() })),
});
export type FoundPrinters = z.infer<typeof foundPrintersSchema>;

const users = ['reception', 'clerk', 'supervisor', 'administrator'] as const;
const oneRole = z.strictObject({ role: z.enum(printerRoles) });

export const printersContract = {
  'printer.get': query({
    access: users,
    topics: ['settings'],
    input: nothing,
    output: printersSchema,
  }),
  'printer.configure': command({
    access: ['administrator'],
    input: z.strictObject({ change: printerChangeSchema }),
    output: done,
  }),
  'printer.test': command({
    access: ['administrator'],
    input: oneRole,
    output: done,
  }),
  /** Prints one sample for each way of writing Turkish letters, each under its name: a person sees which is right. */
  'printer.testLetterings': command({ access: ['administrator'], input: nothing, output: done }),
  /** Looks for the system's queues and, for some seconds, for printers on the LAN. */
  'printer.find': query({
    access: ['administrator'],
    topics: [],
    input: nothing,
    output: foundPrintersSchema,
  }),
  /** Lets a queue that the system has stopped print again. */
  'printer.resume': command({
    access: users,
    input: oneRole,
    output: done,
  }),
} as const;
