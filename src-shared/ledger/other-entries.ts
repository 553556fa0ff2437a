import { z } from 'zod';
import { revealFields, revealReasons } from '../rules/field-access.ts';
import { unusualSigns } from '../rules/unusual-reading.ts';
import {
  applicantKinds,
  capacities,
  documents,
  identityChecks,
  premisesSchema,
  printStates,
} from './application-entries.ts';

const word = z.string().min(1).max(200);

export const roles = ['reception', 'clerk', 'unit', 'supervisor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Printing is written on the stream of what was printed. */
export const printEntries = {
  'print.requested': z.strictObject({
    jobId: word,
    document: z.enum(documents),
    /** 1 is the original; a later copy is marked KOPYA. */
    copyNo: z.int().positive(),
    /** The log of the PC whose printer it is for; the writer's own where it does not say. */
    printsAt: z.exactOptional(z.uuid()),
  }),
  'print.reported': z.strictObject({
    jobId: word,
    state: z.enum(printStates),
    reason: z.string().max(300),
  }),
} as const;

export const consumerEntries = {
  /** The whole card each time; the latest stands. */
  'consumer.recorded': z.strictObject({
    kind: z.enum(applicantKinds),
    name: word,
    identityNo: z.string().max(20).nullable(),
    phone: z.string().max(20).nullable(),
    email: z.string().max(200).nullable(),
    premises: premisesSchema.nullable(),
    installations: z.array(z.string().max(20)).max(200),
  }),
} as const;

export const settingsEntries = {
  /** The whole document each time; the latest stands. Its schema is the document's own. */
  'settings.changed': z.strictObject({ value: z.json() }),
  'user.recorded': z.strictObject({
    username: word,
    displayName: word,
    role: z.enum(roles),
    isActive: z.boolean(),
    /** Whether this person may know who informed; nobody may to whom it was not given. */
    mayKnowInformants: z.exactOptional(z.boolean()),
  }),
} as const;

export const auditEntries = {
  'audit.viewed': z.strictObject({
    subjectKind: z.enum(['application', 'consumer', 'attachment']),
    subjectIds: z.array(word).min(1).max(500),
    method: word,
  }),
  /** Before anything about an account is shown or said: who asks, in what capacity, and how that was established. */
  'audit.disclosed': z.strictObject({
    consumerId: word,
    capacity: z.enum(capacities),
    capacityEvidence: z.string().max(300),
    identityVerifiedBy: z.enum(identityChecks),
    ticketId: word.nullable(),
  }),
  /** What was shown whole for a while to one window, and why. */
  'audit.revealed': z.strictObject({
    subjectKind: z.enum(['application', 'consumer']),
    subjectId: word,
    fields: z.array(z.enum(revealFields)).min(1),
    reason: z.enum(revealReasons),
    words: z.string().max(300),
  }),
  /** A supervisor has taken note of unusual reading, as much of it as there was. */
  'audit.noted': z.strictObject({
    sign: z.enum(unusualSigns),
    userId: word,
    day: z.iso.date(),
    subjectId: word.nullable(),
    count: z.int().positive(),
  }),
  'audit.session': z.strictObject({
    event: z.enum(['signed_in', 'signed_out', 'refused', 'locked', 'unlocked', 'unlock_refused']),
    deskCode: word.nullable(),
  }),
} as const;

export const workstationEntries = {
  'workstation.opened': z.strictObject({
    branchCode: word,
    workstationNo: z.int().min(1).max(99),
    /** The log that this one goes on from, after a fork or a rebuilt store. */
    continues: z.string().max(80).nullable(),
    appVersion: word,
  }),
} as const;
