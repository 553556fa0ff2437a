import { z } from 'zod';
import {
  applicantKinds,
  applicationTypes,
  callResults,
  capacities,
  channels,
  durableMedia,
  identityChecks,
  noticeMethods,
  outcomeKinds,
  premisesSchema,
  replyChannels,
  satisfactions,
  smsStates,
} from '../ledger/application-entries.ts';
import { applicationStates } from '../ledger/application-state.ts';
import { crmConsumerSchema } from './crm-consumer.ts';
import { command, query } from './define.ts';
import {
  done,
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

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;
const readers = ['reception', 'clerk', 'unit', 'supervisor', 'administrator'] as const;

export const workLists = [
  'open',
  'answered',
  'contacting',
  'with_team',
  'at_risk',
  'overdue',
  'returned',
  'closed',
  'conflicts',
] as const;
export type WorkList = (typeof workLists)[number];

export const deadlineStates = ['on_time', 'at_risk', 'overdue'] as const;

/** A row of a list: nothing that a passer-by may not see in full. */
export const applicationRowSchema = z.strictObject({
  id: z.string(),
  applicationNo: z.string(),
  applicantName: z.string(),
  channel: z.enum(channels),
  topicCode: z.string(),
  topicLabel: z.string(),
  status: z.enum(applicationStates),
  teamName: z.string().nullable(),
  registeredAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  deadline: z.enum(deadlineStates).nullable(),
  hasConflict: z.boolean(),
});
export type ApplicationRow = z.infer<typeof applicationRowSchema>;

export const timelineKinds = [
  'registered',
  'notice',
  'routed',
  'taken',
  'answered',
  'returned',
  'called',
  'closed',
  'sms',
  'sms_report',
  'print',
  'print_report',
  'meeting',
  'attachment',
  'conflict',
  'unknown',
] as const;

/** One line of the file's timeline: who, when, what. */
export const timelineItemSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(timelineKinds),
  at: z.iso.datetime(),
  actorName: z.string(),
  /** Made here and not yet known to the CRM. */
  isUnsent: z.boolean(),
  /** Turkish sentence of what happened. */
  title: z.string(),
  /** What was said, written or sent; empty where there is nothing more. */
  text: z.string(),
  smsState: z.enum(['waiting', ...smsStates]).nullable(),
});
export type TimelineItem = z.infer<typeof timelineItemSchema>;

export const closingGapSchema = z.strictObject({
  code: z.enum(['team_answer', 'call', 'outcome', 'notice', 'durable_medium']),
  /** What is missing, in words for the screen. */
  sentence: z.string(),
});

export const applicationFileSchema = z.strictObject({
  id: z.string(),
  applicationNo: z.string(),
  trackingCode: z.string(),
  status: z.enum(applicationStates),
  channel: z.enum(channels),
  registeredAt: z.iso.datetime(),
  registeredBy: z.string(),
  consumerId: z.string().nullable(),
  applicant: z.strictObject({
    kind: z.enum(applicantKinds),
    name: z.string(),
    identityNo: z.string().nullable(),
    phone: z.string().nullable(),
    landline: z.string().nullable(),
    email: z.string().nullable(),
  }),
  capacity: z.enum(capacities),
  capacityEvidence: z.string(),
  identityVerifiedBy: z.enum(identityChecks),
  applicationType: z.enum(applicationTypes),
  topicCode: z.string(),
  topicLabel: z.string(),
  topicFields: z.array(z.strictObject({ key: z.string(), label: z.string(), value: z.string() })),
  description: z.string(),
  installationNo: z.string().nullable(),
  premises: premisesSchema.nullable(),
  replyChannel: z.enum(replyChannels),
  dueAt: z.iso.datetime(),
  deadline: z.enum(deadlineStates).nullable(),
  workingDaysLeft: z.int().nullable(),
  deadlineBasis: z.string(),
  team: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  latestAnswer: z.strictObject({ teamName: z.string(), answer: z.string(), at: z.iso.datetime() }).nullable(),
  closing: z
    .strictObject({
      outcomeKind: z.enum(outcomeKinds),
      outcome: z.string(),
      durableMedium: z.enum(durableMedia),
      satisfaction: z.enum(satisfactions),
      at: z.iso.datetime(),
      by: z.string(),
      /** Compliance half of FF-5: concluded within the deadline. */
      keptDeadline: z.boolean(),
    })
    .nullable(),
  timeline: z.array(timelineItemSchema),
  /** Empty when it may be closed. */
  closingGaps: z.array(closingGapSchema),
  can: z.strictObject({ route: z.boolean(), call: z.boolean(), close: z.boolean() }),
  conflicts: z.array(z.strictObject({ entryId: z.string(), sentence: z.string() })),
});
export type ApplicationFile = z.infer<typeof applicationFileSchema>;

export const registerInputSchema = z.strictObject({
  channel: z.enum(channels, 'Başvuru kanalı seçilmeli.'),
  /** The queue number that brought the consumer here. */
  ticketId: idSchema.nullable(),
  /** The known consumer's card; null registers a new one, except for an anonymous informant. */
  consumerId: idSchema.nullable(),
  /** Whom the CRM knows and this store may not: see `consumer.findInCrm`. */
  crmConsumer: crmConsumerSchema.nullable(),
  applicant: z.strictObject({
    kind: z.enum(applicantKinds, 'Başvuru sahibinin türü seçilmeli.'),
    /** Empty only where nobody gives a name. */
    name: text(200),
    identityNo: optional(identityNoField),
    phone: optional(mobileField),
    landline: optional(phoneField),
    email: optional(emailField),
  }),
  capacity: z.enum(capacities, 'Başvuranın sıfatı seçilmeli.'),
  capacityEvidence: paragraph(300),
  identityVerifiedBy: z.enum(identityChecks, 'Kimliğin nasıl doğrulandığı seçilmeli.'),
  applicationType: z.enum(applicationTypes, 'Başvuru türü seçilmeli.'),
  topicCode: z.string('Konu seçilmeli.').min(1, 'Konu seçilmeli.').max(60),
  topicFields: z.record(z.string().max(60), z.string().max(500, 'En çok 500 karakter yazılabilir.')),
  description: paragraph(4000, 'Başvurunun konusu yazılmalı.'),
  installationNo: optional(installationNoField),
  premises: premisesSchema.nullable(),
  replyChannel: z.enum(replyChannels, 'Dönüş kanalı seçilmeli.'),
  /** The privacy notice as it was given; only an anonymous informant, whose data is not taken, has none. */
  notice: z
    .strictObject({
      textCode: z.string().max(60),
      textVersion: z.int().positive(),
      method: z.enum(noticeMethods, 'Aydınlatmanın nasıl yapıldığı seçilmeli.'),
    })
    .nullable(),
});
export type RegisterInput = z.input<typeof registerInputSchema>;

export const registeredSchema = z.strictObject({
  applicationId: z.string(),
  applicationNo: z.string(),
  trackingCode: z.string(),
  dueAt: z.iso.datetime(),
  printJobId: z.string(),
  /** Null where there is no mobile number to send to. */
  smsId: z.string().nullable(),
});

export const closeInputSchema = z.strictObject({
  applicationId: idSchema,
  outcomeKind: z.enum(outcomeKinds, 'Sonucun türü seçilmeli.'),
  outcome: paragraph(4000, 'Sonuç, başvuru sahibinin anlayacağı sözlerle yazılmalı.'),
  durableMedium: z.enum(durableMedia, 'Sonucun yazılı olarak nasıl iletildiği seçilmeli.'),
  satisfaction: z.enum(satisfactions, 'Memnuniyet sorusunun yanıtı seçilmeli.'),
});

const one = z.strictObject({ applicationId: idSchema });

export const applicationContract = {
  'application.register': command({
    access: deskRoles,
    input: registerInputSchema,
    output: registeredSchema,
  }),
  /** Whether a registration whose answer was lost has been carried out, and what it answered. */
  'application.findRegistration': query({
    access: deskRoles,
    topics: ['applications'],
    input: z.strictObject({ commandId: idSchema }),
    output: z.strictObject({ registered: registeredSchema.nullable() }),
  }),
  'application.get': query({
    access: readers,
    topics: ['applications', 'meetings', 'connection'],
    input: one,
    output: applicationFileSchema,
  }),
  'application.list': query({
    access: readers,
    topics: ['applications'],
    input: z.strictObject({
      list: z.enum(workLists),
      /** From the page before; null for the first. */
      cursor: z.string().max(200).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ rows: z.array(applicationRowSchema), nextCursor: z.string().nullable() }),
  }),
  'application.counts': query({
    access: readers,
    topics: ['applications'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Capped at 9,999: nobody reads an exact larger number. */
      counts: z.array(z.strictObject({ list: z.enum(workLists), count: z.int().nonnegative() })),
    }),
  }),
  'application.route': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId: idSchema,
      teamCode: z.string('Ekip seçilmeli.').min(1, 'Ekip seçilmeli.').max(60),
      note: paragraph(2000),
    }),
    output: done,
  }),
  'application.recordCall': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId: idSchema,
      result: z.enum(callResults, 'Aramanın sonucu seçilmeli.'),
      note: paragraph(2000),
    }),
    output: done,
  }),
  'application.close': command({
    access: deskRoles,
    input: closeInputSchema,
    output: z.strictObject({ smsId: z.string().nullable() }),
  }),
  'application.printReceipt': command({
    access: deskRoles,
    input: one,
    output: z.strictObject({ printJobId: z.string() }),
  }),
} as const;
