import { z } from 'zod';
import { query } from './define.ts';
import { nothing } from './fields.ts';
import { categoryColours, waitRangeSchema } from './ticket.ts';

const placeKinds = ['desk', 'room'] as const;

/** A number and where it is called to; never who it is of, nor an id by which more could be asked. */
const shownCallSchema = z.strictObject({
  label: z.string(),
  letter: z.string(),
  colour: z.enum(categoryColours),
  place: z.strictObject({ kind: z.enum(placeKinds), name: z.string() }),
  /** Of the latest call: a repeated one is the newest again. */
  calledAt: z.iso.datetime(),
  /** 1 for the first call, one more with each repetition. */
  callNo: z.int().positive(),
  /** Whether the visitor is still awaited there. */
  isAwaited: z.boolean(),
});
export type ShownCall = z.infer<typeof shownCallSchema>;

/** So many calls go to a display; what doesn't fit on it is the oldest. */
export const shownCallLimit = 12;
export const shownNextLimit = 4;

/** What a screen shows that hangs in the open, in a hall or beside a door (KVKK Board 2017/62: numbers alone). */
export const displayContract = {
  'display.state': query({
    audience: ['display'],
    access: 'public',
    topics: ['queue', 'settings'],
    input: nothing,
    output: z.strictObject({
      branchName: z.string(),
      serviceDay: z.iso.date(),
      /** The core's clock, by which a display counts: its own may stand anywhere. */
      now: z.iso.datetime(),
      /** Today's, the newest first, each number once. */
      calls: z.array(shownCallSchema).max(shownCallLimit),
      categories: z.array(
        z.strictObject({
          name: z.string(),
          letter: z.string(),
          colour: z.enum(categoryColours),
          waiting: z.int().nonnegative(),
          isOpen: z.boolean(),
          /** Of somebody who takes a number now; null where it can't be told. */
          estimatedWait: waitRangeSchema.nullable(),
        }),
      ),
    }),
  }),
  /** Of the room whose door the screen hangs at, as its token says. */
  'door.state': query({
    audience: ['door'],
    access: 'public',
    topics: ['meetings', 'queue', 'settings'],
    input: nothing,
    output: z.strictObject({
      branchName: z.string(),
      now: z.iso.datetime(),
      /** Null where the branch has no such room (any more). */
      room: z.strictObject({ name: z.string(), unit: z.string() }).nullable(),
      /** `held`: the visitor with this number is awaited. */
      status: z.enum(['free', 'held', 'busy']),
      label: z.string().nullable(),
      /** Since when it is held or busy. */
      since: z.iso.datetime().nullable(),
      /** Who is awaited after that, by time of arrival. */
      next: z.array(z.string()).max(shownNextLimit),
      waiting: z.int().nonnegative(),
    }),
  }),
} as const;
export type DoorState = z.infer<(typeof displayContract)['door.state']['output']>;
export type DisplayState = z.infer<(typeof displayContract)['display.state']['output']>;
