import { z } from 'zod';
import { noticeMethods } from '../ledger/application-entries.ts';
import {
  consentDecisions,
  consentMethods,
  reviewOutcomes,
  specialBases,
  withdrawalChannels,
} from '../ledger/consent-entries.ts';
import { otherBases } from '../rules/special-category.ts';
import { parseSheetCode } from '../text/sheet-code.ts';
import { command, query } from './define.ts';
import { done, idSchema, paragraph } from './fields.ts';

/** What somebody consents to tells of them; units and reception see none of it. */
const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;
const reviewers = ['supervisor', 'administrator'] as const;

const happened = { at: z.iso.datetime(), by: z.string() };

/** Where the sealed sheet of a consent stands. */
export const sealStandings = [
  /** On paper: the page itself is the record. */
  'none',
  /** Not sealed yet: this PC has not come to it, or the branch has no certificate. */
  'waiting',
  /** Sealed, and no timestamp server has answered: local time stands in for none. */
  'timestamp_pending',
  'timestamped',
] as const;

export const consentRowSchema = z.strictObject({
  consentId: z.string(),
  title: z.string(),
  textVersion: z.int().positive(),
  language: z.string(),
  decision: z.enum(consentDecisions),
  method: z.enum(consentMethods),
  ...happened,
  /** Accepted, and not taken back. */
  isInForce: z.boolean(),
  withdrawal: z
    .strictObject({ ...happened, channel: z.enum(withdrawalChannels), note: z.string() })
    .nullable(),
  seal: z.enum(sealStandings),
  /** By the clock of the timestamp server. */
  timestampAt: z.iso.datetime().nullable(),
  /** The sealed sheet, or the scan of the page. */
  attachmentId: z.string().nullable(),
  /** The withdrawal asks what becomes of the data, and nobody has decided. */
  awaitsReview: z.boolean(),
  review: z
    .strictObject({ ...happened, outcome: z.enum(reviewOutcomes), ground: z.string(), note: z.string() })
    .nullable(),
});
export type ConsentRow = z.infer<typeof consentRowSchema>;

export const consentsOfApplicationSchema = z.strictObject({
  notices: z.array(
    z.strictObject({
      title: z.string(),
      textVersion: z.int().positive(),
      language: z.string(),
      method: z.enum(noticeMethods),
      ...happened,
    }),
  ),
  consents: z.array(consentRowSchema),
  /** Pages that were made to be signed by hand and have not come back. */
  sheets: z.array(
    z.strictObject({ consentId: z.string(), sheetCode: z.string(), title: z.string(), ...happened }),
  ),
  /** Special-category data: by the topic, or by a file that is marked so. */
  holdsSpecialData: z.boolean(),
  /** By what it may be processed; null while nothing is on record. */
  ground: z.strictObject({ ...happened, basis: z.enum(specialBases), note: z.string() }).nullable(),
  /** What can be put before the applicant now. */
  texts: z.array(
    z.strictObject({
      code: z.string(),
      kind: z.enum(['notice', 'consent']),
      title: z.string(),
      languages: z.array(z.string()),
      /** The application asks for it, and nobody has answered it yet. */
      isAsked: z.boolean(),
    }),
  ),
  /** Why sealed sheets of this PC wait, as a sentence; null while all is well. */
  sealTrouble: z.string().nullable(),
  canReview: z.boolean(),
});
export type ConsentsOfApplication = z.infer<typeof consentsOfApplicationSchema>;

const sheetCodeField = z.string('Formun barkodu okutulmalı.').transform((value, context) => {
  const code = parseSheetCode(value);
  if (code !== undefined) return code;
  context.addIssue({
    code: 'custom',
    message: 'Bu bir rıza formunun barkodu değil. Formun altındaki RZ ile başlayan kodu okutun.',
  });
  return z.NEVER;
});

const applicationId = idSchema;
const consentId = idSchema;

export const consentContract = {
  'consent.ofApplication': query({
    access: deskRoles,
    topics: ['applications', 'consents', 'attachments', 'settings'],
    input: z.strictObject({ applicationId }),
    output: consentsOfApplicationSchema,
  }),
  /** Of all applications of a consumer that are here, the latest first. */
  'consent.ofConsumer': query({
    access: deskRoles,
    topics: ['consents', 'settings'],
    input: z.strictObject({ consumerId: idSchema }),
    output: z.strictObject({
      consents: z.array(
        z.strictObject({
          consentId: z.string(),
          applicationId: z.string(),
          applicationNo: z.string(),
          title: z.string(),
          decision: z.enum(consentDecisions),
          decidedAt: z.iso.datetime(),
          withdrawnAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
  }),
  /** At any desk, as easily as it was given; for the future. Opens an erasure review. */
  'consent.withdraw': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      consentId,
      channel: z.enum(withdrawalChannels, 'Geri almanın nasıl bildirildiği seçilmeli.').default('desk'),
      note: paragraph(2000).default(''),
    }),
    output: done,
  }),
  /** Another case of KVKK md. 6/3 than consent, with why it applies. */
  'consent.ground': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      basis: z.enum(otherBases, 'Dayanak seçilmeli.'),
      note: paragraph(2000, 'Dayanağın neden uygulandığı yazılmalı.'),
    }),
    output: done,
  }),
  /** Makes a page to be signed by hand; its barcode names the consent that it will be. */
  'consent.printSheet': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      textCode: idSchema,
      language: z.string('Dil seçilmeli.').min(2, 'Dil seçilmeli.').max(10, 'Dil kodu çok uzun.'),
    }),
    output: z.strictObject({ consentId: z.string(), sheetCode: z.string() }),
  }),
  /** That page as PDF. The look is on record. */
  'consent.sheet': query({
    access: deskRoles,
    topics: ['applications'],
    input: z.strictObject({ applicationId, consentId }),
    output: z.strictObject({ name: z.string(), base64: z.base64() }),
  }),
  /** The page has come back signed: its scan is a file of the application, and the barcode on it ties the two. */
  'consent.recordPaper': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      sheetCode: sheetCodeField,
      decision: z.enum(consentDecisions, 'Formda hangi kutunun işaretlendiği seçilmeli.'),
      attachmentId: z.string('Formun taraması seçilmeli.').min(1, 'Formun taraması seçilmeli.').max(80),
    }),
    output: z.strictObject({ consentId: z.string() }),
  }),
  /** What becomes of the data of a consent that was taken back (KVKK md. 7). */
  'consent.review': command({
    access: reviewers,
    input: z.strictObject({
      applicationId,
      consentId,
      outcome: z.enum(reviewOutcomes, 'Verinin ne olacağı seçilmeli.'),
      ground: z
        .string('Kararın dayanağı yazılmalı.')
        .trim()
        .min(1, 'Kararın dayanağı yazılmalı.')
        .max(300, 'En çok 300 karakter yazılabilir.'),
      note: paragraph(2000).default(''),
    }),
    output: done,
  }),
} as const;
