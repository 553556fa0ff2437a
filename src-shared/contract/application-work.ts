import { z } from 'zod';
import {
  applicationTypes,
  callResults,
  duplicateReasons,
  linkRelations,
  premisesSchema,
  replyChannels,
  settlements,
} from '../ledger/application-entries.ts';
import { pauseReasons } from '../rules/deadline-rule.ts';
import { smsAlphabets } from '../rules/sms-segments.ts';
import {
  applicantInput,
  closingInput,
  descriptionField,
  edmsNoField,
  momentField,
  topicCodeField,
  topicFieldsField,
} from './application-register.ts';
import { applicationRowSchema } from './application-row.ts';
import { command, query } from './define.ts';
import { done, idSchema, installationNoField, optional, paragraph } from './fields.ts';

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;
const applicationId = idSchema;

export const closeInputSchema = closingInput.extend({ applicationId });

const reasonField = paragraph(2000, 'Nedeni yazılmalı.');

const { kind, name, identityNo, phone, landline, email } = applicantInput.shape;
const amendedApplicant = z.strictObject({
  kind: z.exactOptional(kind),
  name: z.exactOptional(name),
  identityNo: z.exactOptional(identityNo),
  phone: z.exactOptional(phone),
  landline: z.exactOptional(landline),
  email: z.exactOptional(email),
});

/** Fields that are left out stay as they are. */
const amendInput = z.strictObject({
  applicationId,
  reason: reasonField,
  /** Members that are left out stay as they are, too: the form shows numbers masked. */
  applicant: z.exactOptional(amendedApplicant),
  applicationType: z.exactOptional(z.enum(applicationTypes, 'Başvuru türü seçilmeli.')),
  topic: z.exactOptional(z.strictObject({ topicCode: topicCodeField, topicFields: topicFieldsField })),
  description: z.exactOptional(descriptionField),
  installationNo: z.exactOptional(optional(installationNoField)),
  premises: z.exactOptional(premisesSchema.nullable()),
  replyChannel: z.exactOptional(z.enum(replyChannels, 'Dönüş kanalı seçilmeli.')),
  edmsNo: z.exactOptional(edmsNoField),
  /** The latest entry that the screen had seen: what came after it was not looked at. */
  seenEntryId: idSchema,
});

export const applicationWorkContract = {
  'application.route': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      teamCode: z.string('Ekip seçilmeli.').min(1, 'Ekip seçilmeli.').max(60),
      note: paragraph(2000),
    }),
    output: done,
  }),
  'application.recordCall': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      result: z.enum(callResults, 'Aramanın sonucu seçilmeli.'),
      note: paragraph(2000),
      /** When to try again; only where nobody was reached. */
      callBackAt: momentField.nullable().default(null),
    }),
    output: done,
  }),
  /** Something is missing that only the applicant can bring. */
  'application.awaitApplicant': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      missing: paragraph(2000, 'Başvurandan ne beklendiği yazılmalı.'),
      /** A reason of the topic's rule for which the clock stands still; null where it goes on. */
      pause: z.enum(pauseReasons).nullable().default(null),
    }),
    output: done,
  }),
  'application.receiveSupply': command({
    access: deskRoles,
    input: z.strictObject({ applicationId, note: paragraph(2000) }),
    output: done,
  }),
  'application.amend': command({ access: deskRoles, input: amendInput, output: done }),
  'application.link': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      otherId: idSchema,
      relation: z.enum(linkRelations),
      reasons: z.array(z.enum(duplicateReasons)).max(duplicateReasons.length).default([]),
    }),
    output: done,
  }),
  'application.unlink': command({
    access: deskRoles,
    input: z.strictObject({ applicationId, otherId: idSchema }),
    output: done,
  }),
  'application.settleConflict': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId,
      entryId: idSchema,
      settlement: z.enum(settlements),
      note: paragraph(2000),
    }),
    output: done,
  }),
  'application.close': command({
    access: deskRoles,
    input: closeInputSchema,
    output: z.strictObject({ smsId: z.string().nullable() }),
  }),
  /** The SMS that closing would send, before it is sent. */
  'application.previewClosingSms': query({
    access: deskRoles,
    topics: ['applications', 'settings'],
    input: closeInputSchema.pick({ applicationId: true, outcome: true, durableMedium: true }),
    output: z.strictObject({
      /** Null where none is sent: there is no mobile number, or the channel's procedure has no SMS for it. */
      sms: z
        .strictObject({
          text: z.string(),
          alphabet: z.enum(smsAlphabets),
          segments: z.int(),
          /** Units still free in the last segment. */
          remaining: z.int(),
        })
        .nullable(),
    }),
  }),
  'application.reopen': command({
    access: deskRoles,
    input: z.strictObject({ applicationId, reason: paragraph(2000, 'Neden yeniden açıldığı yazılmalı.') }),
    output: done,
  }),
  /** Earlier applications that may be the same matter, each with why; the likeliest first. */
  'application.findDuplicates': query({
    access: deskRoles,
    topics: ['applications'],
    input: z.strictObject({
      consumerId: idSchema.nullable(),
      phone: z.string().max(40).nullable(),
      installationNo: z.string().max(20).nullable(),
      premises: premisesSchema.nullable(),
      topicCode: z.string().max(60),
      description: z.string().max(4000),
      /** The application that is being looked at, which is no duplicate of itself. */
      exceptId: idSchema.nullable(),
    }),
    output: z.strictObject({
      likely: z.array(
        z.strictObject({
          row: applicationRowSchema,
          /** 0 to 1. */
          score: z.number(),
          reasons: z.array(z.enum(duplicateReasons)),
        }),
      ),
    }),
  }),
} as const;
