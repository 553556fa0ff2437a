import { z } from 'zod';
import { ticketTargetSchema } from '../ledger/ticket-entries.ts';
import { ticketStates } from '../ledger/ticket-moves.ts';
import { clockTimePattern } from '../rules/opening-hours.ts';
import { command, query } from './define.ts';
import { idSchema, nothing } from './fields.ts';
import { helpCallSchema } from './help.ts';
import { deskSchema } from './session.ts';

export const ticketSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  categoryCode: z.string(),
  categoryName: z.string(),
  priority: z.boolean(),
  status: z.enum(ticketStates),
  /** The day on which it was issued; an earlier one than the queue's where it was carried over. */
  serviceDay: z.iso.date(),
  /** The time of arrival: it decides the place, also after a transfer or a late return. */
  issuedAt: z.iso.datetime(),
  calledAt: z.iso.datetime().nullable(),
  servingAt: z.iso.datetime().nullable(),
  heldAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  recalls: z.int().nonnegative(),
  transfers: z.int().nonnegative(),
  /** Where it was sent on to; null where whoever serves its category may call it. */
  target: ticketTargetSchema.nullable(),
  /** That called it last; null while it waits. */
  desk: deskSchema.nullable(),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** Names of Mantine colours. */
export const categoryColours = [
  'blue',
  'orange',
  'teal',
  'grape',
  'gray',
  'red',
  'green',
  'indigo',
  'cyan',
  'pink',
  'lime',
  'yellow',
] as const;
export type CategoryColour = (typeof categoryColours)[number];

const clockTime = z.string().regex(clockTimePattern).nullable();

export const categorySchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  letter: z.string(),
  colour: z.enum(categoryColours),
  firstNumber: z.int().positive(),
  dailyLimit: z.int().positive().nullable(),
  /** The desks that serve it; null for all. */
  deskCodes: z.array(z.string()).nullable(),
  /** When numbers are given, 'HH:mm' in İstanbul; null where nothing bounds it on that side. */
  opensAt: clockTime,
  closesAt: clockTime,
  /** How fast the waiting of its visitors counts beside the other categories. */
  weight: z.number().positive(),
});
export type Category = z.infer<typeof categorySchema>;

export const waitRangeSchema = z.strictObject({
  fromMinutes: z.int().nonnegative(),
  toMinutes: z.int().positive(),
});

/** A category as the queue stands now. */
export const queueCategorySchema = categorySchema.extend({
  waiting: z.int().nonnegative(),
  /** Whether numbers are given now. */
  isOpen: z.boolean(),
  /** Of somebody who takes a number now; null while it is closed, or where today's data are too thin. */
  estimatedWait: waitRangeSchema.nullable(),
});
export type QueueCategory = z.infer<typeof queueCategorySchema>;

export const waitingTicketSchema = ticketSchema.extend({
  /** 1 is called next, of all whom a desk may call. */
  position: z.int().positive(),
  /** Whether this session's desk may call it. */
  isCallable: z.boolean(),
});
export type WaitingTicket = z.infer<typeof waitingTicketSchema>;

export const noShowTicketSchema = ticketSchema.extend({ comeBackUntil: z.iso.datetime() });
export type NoShowTicket = z.infer<typeof noShowTicketSchema>;

/** How long a call can be undone. */
export const undoCallMillis = 10_000;

const receptionRoles = ['reception', 'clerk', 'supervisor', 'administrator'] as const;
const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;
const one = z.strictObject({ ticketId: idSchema });
const ticketOut = z.strictObject({ ticket: ticketSchema });
const atDesk = { access: deskRoles, authority: 'branch', input: one, output: ticketOut } as const;

/** Whoever waits is moved by everybody here, whoever is at a desk by that desk (or a supervisor). */
export const ticketContract = {
  /** The order changes as people wait, also while nothing is announced. */
  'ticket.queue': query({
    access: 'signed_in',
    authority: 'branch',
    topics: ['queue', 'settings'],
    input: nothing,
    output: z.strictObject({
      serviceDay: z.iso.date(),
      categories: z.array(queueCategorySchema),
      /** In the order in which they will be called. */
      waiting: z.array(waitingTicketSchema),
      /** Who waits for a unit in a meeting room, by time of arrival; no desk calls them. */
      waitingForRooms: z.array(ticketSchema),
      /** Called or being served, newest call first. */
      active: z.array(ticketSchema),
      /** What this session's desk has called or is serving. */
      mine: ticketSchema.nullable(),
      /** On hold at this session's desk, the longest first. */
      held: z.array(ticketSchema),
      /** Who did not come and may still come back to the former place, the latest first. */
      noShows: z.array(noShowTicketSchema),
      issuedToday: z.int().nonnegative(),
      servedToday: z.int().nonnegative(),
      /** Who asks for help: today's that stand, and for two minutes those that were just answered. */
      helpCalls: z.array(helpCallSchema),
    }),
  }),
  /** Where a ticket can be sent on to. */
  'ticket.targets': query({
    access: 'signed_in',
    authority: 'branch',
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({ targets: z.array(ticketTargetSchema) }),
  }),
  'ticket.issue': command({
    access: receptionRoles,
    authority: 'branch',
    input: z.strictObject({
      categoryCode: z.string('Kategori seçilmedi.').min(1, 'Kategori seçilmedi.').max(40),
      priority: z.boolean('Öncelik bilgisi evet ya da hayır olmalı.'),
    }),
    output: z.strictObject({ ticket: ticketSchema, printJobId: z.string() }),
  }),
  /** Ends what this desk serves and calls the next one that it may call. */
  'ticket.callNext': command({ access: deskRoles, authority: 'branch', input: nothing, output: ticketOut }),
  'ticket.recall': command(atDesk),
  /** Within `undoCallMillis`. What the call had ended by itself is served on. */
  'ticket.undoCall': command({
    ...atDesk,
    output: ticketOut.extend({ reopened: ticketSchema.nullable() }),
  }),
  'ticket.start': command(atDesk),
  /** Sets somebody aside, so that the desk can call others meanwhile. */
  'ticket.hold': command(atDesk),
  'ticket.resume': command(atDesk),
  'ticket.finish': command(atDesk),
  'ticket.noShow': command(atDesk),
  'ticket.comeBack': command({ ...atDesk, access: receptionRoles }),
  'ticket.transfer': command({
    access: receptionRoles,
    authority: 'branch',
    input: z.strictObject({
      ticketId: idSchema,
      to: z.strictObject({
        kind: z.enum(['category', 'desk', 'room'], 'Kategori, banko ya da oda seçilmeli.'),
        code: z.string('Aktarılacak yer seçilmedi.').min(1, 'Aktarılacak yer seçilmedi.').max(40),
      }),
    }),
    output: ticketOut,
  }),
  'ticket.cancel': command({
    access: receptionRoles,
    authority: 'branch',
    input: z.strictObject({
      ticketId: idSchema,
      reason: z.enum(['left', 'mistake'], 'İptal nedeni seçilmeli.'),
    }),
    output: ticketOut,
  }),
  'ticket.reprint': command({
    access: receptionRoles,
    authority: 'branch',
    input: one,
    output: z.strictObject({ printJobId: z.string() }),
  }),
} as const;
