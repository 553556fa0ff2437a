import { z } from 'zod';

const word = z.string().min(1).max(200);

const deskEntry = z.strictObject({ deskCode: word, deskName: word });

/** Where a visitor is sent on to: whoever serves a category, one desk, or the unit in a meeting room. */
export const ticketTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('category'), code: word, name: word }),
  z.strictObject({ kind: z.literal('desk'), code: word, name: word }),
  z.strictObject({ kind: z.literal('room'), code: word, name: word }),
]);
export type TicketTarget = z.infer<typeof ticketTargetSchema>;

export const cancelReasons = ['left', 'mistake', 'day_closed'] as const;

export const ticketEntries = {
  'ticket.issued': z.strictObject({
    /** What is read out: `A101`. */
    label: word,
    number: z.int().positive(),
    categoryCode: word,
    categoryName: word,
    /** That, never why: the reason (age, pregnancy, disability) is special-category data. */
    priority: z.boolean(),
    /** Local day, `yyyy-MM-dd`, İstanbul. */
    serviceDay: z.iso.date(),
    branchCode: word,
    /** Unguessable, for the visitor's phone (`visitor.place`); a number of an earlier version has none. */
    followCode: z.exactOptional(word),
  }),
  'ticket.called': deskEntry.extend({
    /** The ticket whose service this call ended by itself; undoing the call opens it again. */
    endedTicketId: word.nullable(),
  }),
  'ticket.recalled': deskEntry,
  /** The call was a mistake: back to the place that the ticket had. */
  'ticket.call_undone': deskEntry,
  'ticket.serving': deskEntry,
  'ticket.held': deskEntry,
  'ticket.resumed': deskEntry,
  'ticket.served': deskEntry,
  /** The call that ended this service was undone. */
  'ticket.service_reopened': deskEntry,
  'ticket.no_show': deskEntry,
  /** Came after the call had been given up: back to the place by time of arrival. */
  'ticket.came_back': deskEntry,
  'ticket.transferred': z.strictObject({ from: deskEntry, to: ticketTargetSchema }),
  'ticket.cancelled': z.strictObject({ reason: z.enum(cancelReasons) }),
  /** Nobody got to this one on its day, and the branch keeps those for the next. */
  'ticket.carried_over': z.strictObject({ queueDay: z.iso.date() }),
} as const;
