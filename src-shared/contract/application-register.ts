import { z } from 'zod';
import {
  applicantKinds,
  applicationTypes,
  capacities,
  channels,
  durableMedia,
  identityChecks,
  noticeMethods,
  outcomeKinds,
  premisesSchema,
  replyChannels,
  satisfactions,
} from '../ledger/application-entries.ts';
import { draftFilesSchema } from './attachment.ts';
import {
  emailField,
  identityNoField,
  idSchema,
  installationNoField,
  mobileField,
  optional,
  paragraph,
  phoneField,
  text,
} from './fields.ts';

/** Who applies, as typed. */
export const applicantInput = z.strictObject({
  kind: z.enum(applicantKinds, 'Başvuru sahibinin türü seçilmeli.'),
  /** Empty only where nobody gives a name. */
  name: text(200),
  identityNo: optional(identityNoField),
  phone: optional(mobileField),
  landline: optional(phoneField),
  email: optional(emailField),
});
export const topicCodeField = z.string('Konu seçilmeli.').min(1, 'Konu seçilmeli.').max(60);
export const topicFieldsField = z.record(
  z.string().max(60),
  z.string().max(500, 'En çok 500 karakter yazılabilir.'),
);
export const descriptionField = paragraph(4000, 'Başvurunun konusu yazılmalı.');
export const edmsNoField = z
  .string()
  .transform((value) => value.trim())
  .pipe(
    z
      .string()
      .regex(/^[\p{L}\d./-]{1,60}$/u, 'Evrak numarası harf, rakam, nokta, eğik çizgi ve tireden oluşur.'),
  );
export const momentField = z.iso.datetime({ error: 'Geçerli bir tarih ve saat seçilmeli.' });

/** What a closing says. */
export const closingInput = z.strictObject({
  outcomeKind: z.enum(outcomeKinds, 'Sonucun türü seçilmeli.'),
  outcome: paragraph(4000, 'Sonuç, başvuru sahibinin anlayacağı sözlerle yazılmalı.'),
  durableMedium: z.enum(durableMedia, 'Sonucun yazılı olarak nasıl iletildiği seçilmeli.'),
  satisfaction: z.enum(satisfactions, 'Memnuniyet sorusunun yanıtı seçilmeli.'),
  /** The application that this one repeats; with `merged_duplicate` alone. */
  duplicateOf: idSchema.nullable().default(null),
});

/** Of the chosen consumer's card, as it is: what the form shows masked and the clerk did not replace. */
export const cardFields = ['identityNo', 'phone', 'email'] as const;
export type CardField = (typeof cardFields)[number];

export const registerInputSchema = z.strictObject({
  channel: z.enum(channels, 'Başvuru kanalı seçilmeli.'),
  /** The queue number that brought the consumer here. */
  ticketId: idSchema.nullable(),
  /** The consumer's card here or in the CRM; null registers a new one, except for an anonymous informant. */
  consumerId: idSchema.nullable(),
  applicant: applicantInput,
  fromCard: z.array(z.enum(cardFields)).max(3).default([]),
  capacity: z.enum(capacities, 'Başvuranın sıfatı seçilmeli.'),
  capacityEvidence: paragraph(300),
  identityVerifiedBy: z.enum(identityChecks, 'Kimliğin nasıl doğrulandığı seçilmeli.'),
  applicationType: z.enum(applicationTypes, 'Başvuru türü seçilmeli.'),
  topicCode: topicCodeField,
  topicFields: topicFieldsField,
  description: descriptionField,
  installationNo: optional(installationNoField),
  premises: premisesSchema.nullable(),
  replyChannel: z.enum(replyChannels, 'Dönüş kanalı seçilmeli.'),
  /** The files that were uploaded while it was written. */
  files: draftFilesSchema.nullable().default(null),
  /** The privacy notice as it was given; only an anonymous informant, whose data is not taken, has none. */
  notice: z
    .strictObject({
      textCode: z.string().max(60),
      textVersion: z.int().positive(),
      /** Where the screen knows it: numbers may be settled anew between showing and saving. */
      textHash: z.string().max(64).optional(),
      method: z.enum(noticeMethods, 'Aydınlatmanın nasıl yapıldığı seçilmeli.'),
    })
    .nullable(),
  /** Number in the document management system, where the channel goes through it (IN-1). */
  edmsNo: optional(edmsNoField).default(null),
  /** The check by which the mobile number was verified; null where it was not. */
  phoneCheckId: idSchema.nullable().default(null),
  /** When what it is about happened. */
  eventAt: momentField.nullable().default(null),
  /** Information alone was given and the matter ended with it: registered, concluded and told by one SMS (SW-4). */
  resolvedAtOnce: closingInput.nullable().default(null),
});
export type RegisterInput = z.input<typeof registerInputSchema>;
/** What every application holds, wherever it is taken down. */
export type RegistrationInput = Omit<
  z.output<typeof registerInputSchema>,
  'ticketId' | 'consumerId' | 'files' | 'fromCard'
>;

export const registeredSchema = z.strictObject({
  applicationId: z.string(),
  applicationNo: z.string(),
  trackingCode: z.string(),
  dueAt: z.iso.datetime(),
  /** Null where the channel has no paper: nobody stands before the desk. */
  printJobId: z.string().nullable(),
  /** Null where there is no mobile number to send to. */
  smsId: z.string().nullable(),
});
