import { z } from 'zod';
import { ticketStates } from '../ledger/ticket-moves.ts';
import { query } from './define.ts';
import { nothing } from './fields.ts';
import { waitRangeSchema } from './ticket.ts';

/** One number as the phone of whoever holds it may see it. */
export const visitorPlaceSchema = z.strictObject({
  branchName: z.string(),
  label: z.string(),
  categoryName: z.string(),
  state: z.enum(ticketStates),
  /** How many are called before it; null while it does not wait, or waits for somebody of a unit. */
  ahead: z.int().nonnegative().nullable(),
  estimatedWait: waitRangeSchema.nullable(),
  /** The desk that called, or the desk or room that it was sent on to. */
  place: z.string().nullable(),
  calledAt: z.iso.datetime().nullable(),
  /** Since that call; with its time it tells a phone a new call from one that it has told of. */
  recalls: z.int().nonnegative(),
});
export type VisitorPlace = z.infer<typeof visitorPlaceSchema>;

/** A phone follows the number whose code it shows, and sees nothing else. */
export const visitorContract = {
  /** Which number follows from the code in the caller's token, so nobody can ask for another one. */
  'visitor.place': query({
    audience: ['visitor'],
    access: 'public',
    topics: ['queue', 'settings'],
    input: nothing,
    output: visitorPlaceSchema,
  }),
} as const;
