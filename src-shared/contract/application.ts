import { z } from 'zod';
import { channels } from '../ledger/application-entries.ts';
import type { Role } from '../ledger/other-entries.ts';
import { applicationFileSchema } from './application-file.ts';
import { registeredSchema, registerInputSchema } from './application-register.ts';
import { applicationRowSchema } from './application-row.ts';
import { applicationWorkContract } from './application-work.ts';
import { command, query } from './define.ts';
import { idSchema } from './fields.ts';

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;
const readers = ['reception', 'clerk', 'unit', 'supervisor', 'administrator'] as const;

export const workLists = [
  'open',
  'answered',
  'contacting',
  /** Somebody is to be called again, the earliest first. */
  'call_back',
  'with_team',
  /** Routed, and nobody of the team has taken it in its time. */
  'escalated',
  'returned',
  'waiting',
  'at_risk',
  'overdue',
  'reopened',
  'closed',
  'conflicts',
  /** A consent was taken back, and nobody has decided what becomes of its data; for whoever decides it. */
  'erasure_review',
] as const;
export type WorkList = (typeof workLists)[number];

/** That somebody has taken back a consent is nobody's business who does not decide on it. */
export function mayReadList(list: WorkList, role: Role): boolean {
  return list !== 'erasure_review' || role === 'supervisor' || role === 'administrator';
}

/** Nobody scrolls further; a channel narrows what is longer. */
export const longestList = 100_000;

const one = z.strictObject({ applicationId: idSchema });

export const applicationContract = {
  ...applicationWorkContract,
  'application.register': command({
    access: deskRoles,
    input: registerInputSchema,
    output: registeredSchema,
  }),
  /** Whether a registration whose answer was lost has been carried out, and what it answered. */
  'application.findRegistration': query({
    access: deskRoles,
    topics: ['applications'],
    input: z.strictObject({ commandId: idSchema }),
    output: z.strictObject({ registered: registeredSchema.nullable() }),
  }),
  'application.get': query({
    access: readers,
    topics: ['applications', 'meetings', 'connection'],
    input: one,
    output: applicationFileSchema,
  }),
  'application.list': query({
    access: readers,
    topics: ['applications'],
    input: z.strictObject({
      list: z.enum(workLists),
      /** Only those of one channel; null for all. */
      channel: z.enum(channels).nullable().default(null),
      /** How many rows stand before the first wanted one: a screen asks for what is in sight, wherever that is. */
      offset: z.int().min(0).max(longestList),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      rows: z.array(applicationRowSchema),
      /** How many the list holds, capped at `longestList`. */
      total: z.int().nonnegative(),
    }),
  }),
  'application.counts': query({
    access: readers,
    topics: ['applications'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Capped at 9,999: nobody reads an exact larger number. */
      counts: z.array(z.strictObject({ list: z.enum(workLists), count: z.int().nonnegative() })),
    }),
  }),
  /** For the folder of the paper file. */
  'application.printLabel': command({
    access: deskRoles,
    input: one,
    output: z.strictObject({ printJobId: z.string() }),
  }),
  'application.printReceipt': command({
    access: deskRoles,
    input: one,
    output: z.strictObject({ printJobId: z.string() }),
  }),
} as const;
