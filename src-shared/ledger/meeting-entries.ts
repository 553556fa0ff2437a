import { z } from 'zod';
import { ticketTargetSchema } from './ticket-entries.ts';

const word = z.string().min(1).max(200);

export const meetingModes = ['in_person', 'teams'] as const;
export const linkMakers = ['deep_link', 'graph'] as const;
export const meetingCancelReasons = ['no_show', 'left', 'mistake', 'day_closed'] as const;

export const maxResultLength = 2_000;
const result = z.string().max(maxResultLength);

/** A visitor's talk with a unit, in a meeting room or over Teams; one stream a meeting. */
export const meetingEntries = {
  'meeting.opened': z.strictObject({
    ticketId: word,
    ticketLabel: word,
    unitCode: word,
    unitName: word,
    /** Null where the visitor stays at the desk and the unit is on Teams. */
    room: z.strictObject({ roomCode: word, roomName: word }).nullable(),
    mode: z.enum(meetingModes),
    /** From the catalogue, never free text: the subject may stand where others read it. */
    topicCode: word,
    subject: word,
    applicationId: word.nullable(),
    from: z.strictObject({ deskCode: word, deskName: word }),
    /** Where the number goes if this was a mistake or the unit sends it back: where it was before. */
    back: ticketTargetSchema,
  }),
  'meeting.started': z.strictObject({}),
  'meeting.ended': z.strictObject({
    /** What the unit found, for staff; empty only where the night ended what nobody had. */
    result,
    /** ON-3: the consumer was told on the spot. */
    isInformed: z.boolean(),
  }),
  'meeting.returned': z.strictObject({ to: ticketTargetSchema, result }),
  'meeting.cancelled': z.strictObject({ reason: z.enum(meetingCancelReasons) }),
  /** The way into the Teams meeting; a later one replaces it. */
  'meeting.link_made': z.strictObject({
    joinUrl: z.url({ protocol: /^https$/ }).max(4_000),
    by: z.enum(linkMakers),
  }),
  'meeting.link_failed': z.strictObject({ reason: z.string().max(300) }),
} as const;
