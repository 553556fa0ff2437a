import { z } from 'zod';
import { capacities, identityChecks } from '../ledger/application-entries.ts';
import { query } from './define.ts';
import { idSchema, nothing } from './fields.ts';

/** What somebody did that is on record because it concerns other people's data. */
export const auditActs = [
  'opened_application',
  'opened_consumer',
  'opened_attachment',
  /** An account was opened to somebody who asked for it. */
  'disclosed',
  'signed_in',
  'signed_out',
  'refused',
  'locked',
  'unlocked',
  'unlock_refused',
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
  /** Days of the last thirty on which somebody opened far more than they use to (`rules/unusual-reading.ts`). */
  'audit.unusual': query({
    access: ['supervisor', 'administrator'],
    topics: [],
    input: nothing,
    output: z.strictObject({
      days: z.array(
        z.strictObject({
          userId: z.string(),
          displayName: z.string(),
          day: z.iso.date(),
          /** Different files, cards and papers. */
          opened: z.int().positive(),
          usual: z.int().nonnegative(),
        }),
      ),
    }),
  }),
} as const;
