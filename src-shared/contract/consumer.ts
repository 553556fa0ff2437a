import { z } from 'zod';
import { applicantKinds, premisesSchema } from '../ledger/application-entries.ts';
import { applicationRowSchema } from './application-row.ts';
import { query } from './define.ts';
import { idSchema } from './fields.ts';

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

export const consumerFileSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(applicantKinds),
  name: z.string(),
  identityNo: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  premises: premisesSchema.nullable(),
  installations: z.array(z.string()),
  /** Open ones first, then the newest. */
  applications: z.array(applicationRowSchema),
});
export type ConsumerFile = z.infer<typeof consumerFileSchema>;

export const consumerContract = {
  'consumer.get': query({
    access: deskRoles,
    topics: ['consumers', 'applications'],
    input: z.strictObject({ consumerId: idSchema }),
    output: consumerFileSchema,
  }),
  /** Asks the CRM for consumers that this store does not hold; a found one is kept here on registering. */
  'consumer.findInCrm': query({
    access: deskRoles,
    topics: [],
    input: z.strictObject({ text: z.string().trim().min(3, 'En az 3 karakter yazın.').max(100) }),
    output: z.strictObject({ consumers: z.array(consumerFileSchema.omit({ applications: true })) }),
  }),
} as const;
