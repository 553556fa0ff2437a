import { z } from 'zod';
import { capacities, identityChecks } from '../ledger/application-entries.ts';
import { revealFields, revealReasons } from '../rules/field-access.ts';
import { unusualSigns } from '../rules/unusual-reading.ts';
import { command, query } from './define.ts';
import { done, idSchema, nothing } from './fields.ts';

/** What somebody did that is on record because it concerns other people's data. */
export const auditActs = [
  'opened_application',
  'opened_consumer',
  'opened_attachment',
  /** An account was opened to somebody who asked for it. */
  'disclosed',
  /** Numbers of a person were shown whole. */
  'revealed',
  'signed_in',
  'signed_out',
  'refused',
  'locked',
  'unlocked',
  'unlock_refused',
  'noted',
] as const;
export type AuditAct = (typeof auditActs)[number];

export const auditRowSchema = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.string(),
  act: z.enum(auditActs),
  subjects: z.array(
    z.strictObject({
      kind: z.enum(['application', 'consumer', 'attachment']),
      id: z.string(),
      /** The application's number or the consumer's name; empty for what is not here any more. */
      label: z.string(),
      /** The file that it leads to. */
      applicationId: z.string().nullable(),
    }),
  ),
  /** Of numbers that were shown whole: which, and why. */
  reveal: z
    .strictObject({
      fields: z.array(z.enum(revealFields)),
      reason: z.enum(revealReasons),
      words: z.string(),
    })
    .nullable(),
  /** Of a disclosure: who asked, and how that was established. */
  disclosure: z
    .strictObject({
      capacity: z.enum(capacities),
      capacityEvidence: z.string(),
      identityVerifiedBy: z.enum(identityChecks),
    })
    .nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

export const auditPageSize = 100;
/** A year and a day: what is older is read from the ledger by who may export it. */
export const longestAuditDays = 366;

const notedSchema = z.strictObject({
  sign: z.enum(unusualSigns),
  userId: idSchema,
  day: z.iso.date(),
  /** Whose file or card it is, where it is one person's. */
  subjectId: idSchema.nullable(),
  /** Different files, cards and papers; numbers shown whole; days on which the same person was looked at. */
  count: z.int().positive(),
});
export const unusualSchema = notedSchema.extend({
  displayName: z.string(),
  usual: z.int().nonnegative(),
  /** The application's number or the consumer's name. */
  subject: z.string().nullable(),
  /** Who has taken note of it. */
  noted: z.strictObject({ by: z.string(), at: z.iso.datetime() }).nullable(),
});
export type Unusual = z.infer<typeof unusualSchema>;

const day = z.iso.date({ error: 'Gün gg.aa.yyyy olarak yazılmalı.' });

export const auditContract = {
  /** The newest first. Local days, both included. */
  'audit.search': query({
    access: ['supervisor', 'administrator'],
    topics: [],
    input: z.strictObject({
      from: day,
      to: day,
      /** Null for everybody. */
      userId: idSchema.nullable(),
      /** About whom or what: application number, identity number, phone, installation or name; empty for all. */
      text: z.string().trim().max(100, 'Arama metni en çok 100 karakter olabilir.'),
      offset: z.int().nonnegative().max(100_000),
    }),
    output: z.strictObject({
      rows: z.array(auditRowSchema).max(auditPageSize),
      hasMore: z.boolean(),
      /** Who can be chosen. */
      people: z.array(z.strictObject({ id: z.string(), displayName: z.string() })),
    }),
  }),
  /** Reading of the last thirty days that is a reason to ask (`rules/unusual-reading.ts`), the latest first. */
  'audit.unusual': query({
    access: ['supervisor', 'administrator'],
    topics: ['reading'],
    input: nothing,
    output: z.strictObject({ signs: z.array(unusualSchema) }),
  }),
  /** Takes note of unusual reading, on record; nobody does of their own. */
  'audit.note': command({
    access: ['supervisor', 'administrator'],
    input: z.strictObject({ signs: z.array(notedSchema).min(1).max(200) }),
    output: done,
  }),
} as const;
