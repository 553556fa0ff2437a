import { z } from 'zod';
import { command, query } from './define.ts';
import { idSchema, nothing } from './fields.ts';
import { categorySchema, waitRangeSchema } from './ticket.ts';

export const kioskCategorySchema = categorySchema
  .pick({ code: true, name: true, letter: true, colour: true, opensAt: true, closesAt: true })
  .extend({
    /** Whether numbers are given now: within its hours, and below its daily limit. */
    isOpen: z.boolean(),
    /** The day's numbers are gone. */
    isUsedUp: z.boolean(),
    waiting: z.int().nonnegative(),
    /** Null where today's data are too thin to say anything. */
    estimatedWait: waitRangeSchema.nullable(),
  });
export type KioskCategory = z.infer<typeof kioskCategorySchema>;

export const slipStates = ['queued', 'sent', 'shown', 'failed'] as const;

const kiosk = { audience: ['kiosk'], access: 'public' } as const;

/** What the kiosk may: see what there is to choose, and give a number. */
export const kioskContract = {
  'kiosk.state': query({
    ...kiosk,
    topics: ['queue', 'settings', 'connection'],
    input: nothing,
    output: z.strictObject({
      branchName: z.string(),
      categories: z.array(kioskCategorySchema),
      /** Whether this PC has a printer; without one the number is shown alone. */
      hasPrinter: z.boolean(),
      /** Where a phone follows its number, `http://192.168.1.20:41711`; null while phones can't come. */
      followBase: z.string().nullable(),
      /** False where the branch's hub can't be reached: then nobody can be given a number here. */
      canIssue: z.boolean(),
    }),
  }),
  /** The reason of a priority is never asked (`ticket.issued`). */
  'kiosk.issue': command({
    ...kiosk,
    authority: 'branch',
    input: z.strictObject({
      categoryCode: z
        .string('Hizmet seçilmedi.')
        .min(1, 'Hizmet seçilmedi.')
        .max(40, 'Hizmet kodu çok uzun.'),
      priority: z.boolean('Öncelik bilgisi evet ya da hayır olmalı.'),
      /** Whether a slip is wanted: where the kiosk's PC has a printer. */
      onPaper: z.boolean('Kâğıt bilgisi evet ya da hayır olmalı.'),
    }),
    output: z.strictObject({
      label: z.string(),
      categoryName: z.string(),
      priority: z.boolean(),
      issuedAt: z.iso.datetime(),
      /** How many are called before it. */
      ahead: z.int().nonnegative(),
      estimatedWait: waitRangeSchema.nullable(),
      followCode: z.string(),
      printJobId: z.string().nullable(),
    }),
  }),
  /** What became of a slip. */
  'kiosk.slip': query({
    ...kiosk,
    topics: ['prints'],
    input: z.strictObject({ printJobId: idSchema }),
    output: z.strictObject({ state: z.enum(slipStates) }),
  }),
} as const;
