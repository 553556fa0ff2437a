import { z } from 'zod';
import { ticketStates } from '../ledger/reduce-ticket.ts';
import { command, query } from './define.ts';
import { idSchema, nothing } from './fields.ts';
import { deskSchema } from './session.ts';

export const ticketSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  categoryCode: z.string(),
  categoryName: z.string(),
  priority: z.boolean(),
  status: z.enum(ticketStates),
  issuedAt: z.iso.datetime(),
  calledAt: z.iso.datetime().nullable(),
  servingAt: z.iso.datetime().nullable(),
  recalls: z.int().nonnegative(),
  desk: deskSchema.nullable(),
});
export type Ticket = z.infer<typeof ticketSchema>;

export const categorySchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  letter: z.string(),
  /** Mantine colour name. */
  colour: z.string(),
  firstNumber: z.int().positive(),
  dailyLimit: z.int().positive().nullable(),
});
export type Category = z.infer<typeof categorySchema>;

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;
const one = z.strictObject({ ticketId: idSchema });
const ticketOut = z.strictObject({ ticket: ticketSchema });

export const ticketContract = {
  'ticket.queue': query({
    access: 'signed_in',
    authority: 'branch',
    topics: ['queue'],
    input: nothing,
    output: z.strictObject({
      serviceDay: z.iso.date(),
      categories: z.array(categorySchema),
      /** In the order in which they will be called. */
      waiting: z.array(ticketSchema),
      /** Called or being served, newest call first. */
      active: z.array(ticketSchema),
      /** What this session's desk has called or is serving. */
      mine: ticketSchema.nullable(),
      issuedToday: z.int().nonnegative(),
      servedToday: z.int().nonnegative(),
    }),
  }),
  'ticket.issue': command({
    access: ['reception', 'clerk', 'supervisor', 'administrator'],
    authority: 'branch',
    input: z.strictObject({
      categoryCode: z.string('Kategori seçilmedi.').min(1, 'Kategori seçilmedi.').max(40),
      priority: z.boolean('Öncelik bilgisi evet ya da hayır olmalı.'),
    }),
    output: z.strictObject({ ticket: ticketSchema, printJobId: z.string() }),
  }),
  'ticket.callNext': command({ access: deskRoles, authority: 'branch', input: nothing, output: ticketOut }),
  'ticket.recall': command({ access: deskRoles, authority: 'branch', input: one, output: ticketOut }),
  'ticket.start': command({ access: deskRoles, authority: 'branch', input: one, output: ticketOut }),
  'ticket.finish': command({ access: deskRoles, authority: 'branch', input: one, output: ticketOut }),
  'ticket.noShow': command({ access: deskRoles, authority: 'branch', input: one, output: ticketOut }),
  'ticket.reprint': command({
    access: ['reception', 'clerk', 'supervisor', 'administrator'],
    authority: 'branch',
    input: one,
    output: z.strictObject({ printJobId: z.string() }),
  }),
} as const;
