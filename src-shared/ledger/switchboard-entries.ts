import { z } from 'zod';

const word = z.string().min(1).max(200);

export const contactKinds = ['department', 'person'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const availabilities = ['available', 'busy', 'away', 'out'] as const;
export type Availability = (typeof availabilities)[number];

export const transferOutcomes = ['transferred', 'no_answer', 'busy', 'took_message'] as const;
export type TransferOutcome = (typeof transferOutcomes)[number];

/** Departments and people of the company's telephone directory; one stream each. */
export const contactEntries = {
  /** The whole card each time; the latest stands. */
  'contact.recorded': z.strictObject({
    kind: z.enum(contactKinds),
    name: word,
    /** Of a person; empty for a department itself. */
    department: z.string().max(200),
    title: z.string().max(200),
    extension: z.string().max(20).nullable(),
    /** E.164 */
    directPhone: z.string().max(20).nullable(),
    sip: z.string().max(200).nullable(),
    /** Who is asked instead; another contact. */
    backupId: z.string().max(80).nullable(),
  }),
  /** Whether a call reaches somebody, and what the switchboard should know; apart from the card, as others say so. */
  'contact.availability_set': z.strictObject({
    availability: z.enum(availabilities),
    /** The day on which somebody who is out is back. */
    backOn: z.iso.date().nullable(),
    note: z.string().max(200),
  }),
  'contact.removed': z.strictObject({}),
} as const;

/** A call that the switchboard passed on; nothing in it says who called. */
export const callEntries = {
  'call.transferred': z.strictObject({
    contactId: word,
    contactName: word,
    department: z.string().max(200),
    outcome: z.enum(transferOutcomes),
    applicationId: z.string().max(80).nullable(),
    note: z.string().max(200),
  }),
  /** Written down by mistake. */
  'call.withdrawn': z.strictObject({}),
} as const;
