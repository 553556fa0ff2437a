import { z } from 'zod';
import {
  applicationTypes,
  capacities,
  channels,
  premisesSchema,
  replyChannels,
} from '../ledger/application-entries.ts';
import { topicFieldSchema } from '../rules/catalogue.ts';
import { textSchema } from '../rules/texts.ts';
import {
  applicantInput,
  closingInput,
  descriptionField,
  edmsNoField,
  momentField,
  topicCodeField,
  topicFieldsField,
} from './application-register.ts';
import { installationNoField, optional, paragraph } from './fields.ts';

/** `Idempotency-Key` of `POST /v1/applications`: one intent to register, however often it is sent. */
export const idempotencyKeyField = z
  .string('Idempotency-Key başlığı gerekli.')
  .regex(/^[\x21-\x7e]{8,80}$/, 'Idempotency-Key, boşluksuz 8 ile 80 ASCII karakter olmalı.');

/** How somebody who is not at a counter was informed. */
export const outsideNoticeMethods = ['read_on_screen', 'read_aloud', 'sent'] as const;

/**
 * `POST /v1/applications`: an application from outside. The same rules as at a counter hold, and each refusal names
 * the path of a member here. The branch follows from `premises.province`.
 */
export const intakeApplicationSchema = z.strictObject({
  channel: z.enum(channels, 'Başvuru kanalı seçilmeli.'),
  applicant: applicantInput,
  capacity: z.enum(capacities, 'Başvuranın sıfatı seçilmeli.'),
  /** The paper that shows the capacity, in words. */
  capacityEvidence: paragraph(300).default(''),
  applicationType: z.enum(applicationTypes, 'Başvuru türü seçilmeli.'),
  topicCode: topicCodeField,
  topicFields: topicFieldsField.default({}),
  description: descriptionField,
  installationNo: optional(installationNoField).default(null),
  premises: premisesSchema.nullable().default(null),
  replyChannel: z.enum(replyChannels, 'Dönüş kanalı seçilmeli.'),
  /** The notice as it was given; `textCode` and `textVersion` from `GET /v1/catalogue`. */
  notice: z
    .strictObject({
      textCode: z.string().max(60),
      textVersion: z.int().positive(),
      method: z.enum(outsideNoticeMethods, 'Aydınlatmanın nasıl yapıldığı seçilmeli.'),
    })
    .nullable()
    .default(null),
  /** Number in the document management system (IN-1). */
  edmsNo: optional(edmsNoField).default(null),
  /** When what it is about happened. */
  eventAt: momentField.nullable().default(null),
  /** Information alone was given, in one conversation (SW-4). */
  resolvedAtOnce: closingInput.nullable().default(null),
});
export type IntakeApplication = z.output<typeof intakeApplicationSchema>;

/** The same for the same `Idempotency-Key`, however often it is sent, for 30 days. */
export const intakeReplySchema = z.strictObject({
  applicationId: z.string(),
  /** What staff read out: `<branch>-<year>-00<running>`. */
  applicationNo: z.string(),
  /** What opens the tracking page; 12 characters, written with dashes by fours. */
  trackingCode: z.string(),
  dueAt: z.iso.datetime(),
});
export type IntakeReply = z.infer<typeof intakeReplySchema>;

const text = textSchema.shape;
const noticeOutside = z.strictObject({
  code: text.code,
  version: text.version,
  language: text.language,
  title: text.title,
  draft: text.draft,
  validFrom: text.validFrom,
  body: text.body,
  legalGrounds: text.legalGrounds,
});

/** `GET /v1/catalogue?province=`: for which province's branch; the one that takes all others where it is not said. */
export const intakeCatalogueQuery = z.strictObject({ province: z.string().max(60).optional() });

/** `GET /v1/catalogue`: what a form outside is built from. */
export const intakeCatalogueSchema = z.strictObject({
  topicsVersion: z.int(),
  topics: z.array(
    z.strictObject({
      code: z.string(),
      label: z.string(),
      /** `retail`: the supplier deals with it, and it is referred there. */
      group: z.enum(['dso', 'retail']),
      isUrgent: z.boolean(),
      /** Needs special-category data, for which the branch asks explicit consent. */
      isSpecialCategory: z.boolean(),
      types: z.array(z.enum(applicationTypes)),
      fields: z.array(topicFieldSchema),
    }),
  ),
  provinces: z.array(z.strictObject({ name: z.string(), districts: z.array(z.string()) })),
  /** In Turkish; of the branch that takes what comes from the province that was asked for. */
  notice: noticeOutside,
});
export type IntakeCatalogue = z.infer<typeof intakeCatalogueSchema>;
