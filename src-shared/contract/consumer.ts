import { z } from 'zod';
import { applicantKinds, capacities, identityChecks, premisesSchema } from '../ledger/application-entries.ts';
import { revealFields } from '../rules/field-access.ts';
import { applicationRowSchema } from './application-row.ts';
import { command, query } from './define.ts';
import { done, idSchema, paragraph } from './fields.ts';

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;

/** How a consumer is told from another in a list; numbers are masked until the card is opened. */
export const consumerRowSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(applicantKinds),
  name: z.string(),
  maskedIdentityNo: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  place: z.string(),
  openApplications: z.int().nonnegative(),
});
export type ConsumerRow = z.infer<typeof consumerRowSchema>;
/** Of somebody whom the CRM has found; how many applications are open there, it does not say. */
export const foundConsumerSchema = consumerRowSchema.omit({ openApplications: true });
export type FoundConsumer = z.infer<typeof foundConsumerSchema>;

/** Numbers are as people write them: masked until `person.reveal` has put on record why they are needed. */
export const consumerFileSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(applicantKinds),
  name: z.string(),
  identityNo: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  premises: premisesSchema.nullable(),
  /** Known by what the CRM has said alone: no card is kept here yet. */
  isOfCrm: z.boolean(),
  /** What this window has on record for being shown whole, and until when. */
  revealed: z.strictObject({ fields: z.array(z.enum(revealFields)), until: z.iso.datetime() }).nullable(),
});
export type ConsumerFile = z.infer<typeof consumerFileSchema>;

/** What nobody is shown before it is on record who asks. */
export const consumerAccountSchema = z.strictObject({
  installations: z.array(z.string()),
  /** Of all channels; open ones first, then the newest. */
  applications: z.array(applicationRowSchema),
});
export type ConsumerAccount = z.infer<typeof consumerAccountSchema>;

export const consumerContract = {
  'consumer.get': query({
    access: deskRoles,
    topics: ['consumers', 'applications'],
    input: z.strictObject({ consumerId: idSchema }),
    output: consumerFileSchema,
  }),
  /** Puts on record who asks about an account, and opens it to this window for as long as one visitor stays. */
  'consumer.disclose': command({
    access: deskRoles,
    input: z.strictObject({
      consumerId: idSchema,
      capacity: z.enum(capacities, 'Başvuranın sıfatı seçilmeli.'),
      capacityEvidence: paragraph(300),
      identityVerifiedBy: z.enum(identityChecks, 'Kimliğin nasıl doğrulandığı seçilmeli.'),
      ticketId: idSchema.nullable(),
    }),
    output: done,
  }),
  /** The account itself; refused until `consumer.disclose` has let this window in. */
  'consumer.account': query({
    access: deskRoles,
    topics: ['consumers', 'applications'],
    input: z.strictObject({ consumerId: idSchema }),
    output: consumerAccountSchema,
  }),
  /**
   * Asks the CRM for consumers that this store does not hold. From then on `consumer.get` and the others know them by
   * these ids; a card is kept here on registering.
   */
  'consumer.findInCrm': query({
    access: deskRoles,
    topics: [],
    input: z.strictObject({ text: z.string().trim().min(3, 'En az 3 karakter yazın.').max(100) }),
    output: z.strictObject({
      consumers: z.array(foundConsumerSchema),
    }),
  }),
} as const;
