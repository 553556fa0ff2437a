import { z } from 'zod';
import {
  applicantKinds,
  applicationTypes,
  capacities,
  channels,
  duplicateReasons,
  durableMedia,
  identityChecks,
  linkRelations,
  outcomeKinds,
  premisesSchema,
  replyChannels,
  satisfactions,
  settlements,
  smsStates,
} from '../ledger/application-entries.ts';
import { applicationStates } from '../ledger/application-moves.ts';
import { closingGapCodes } from '../rules/closing-guard.ts';
import { pauseReasons } from '../rules/deadline-rule.ts';
import { revealFields } from '../rules/field-access.ts';

export const deadlineStates = ['on_time', 'at_risk', 'overdue'] as const;

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
  'consent',
  'amended',
  'awaited',
  'supplied',
  'escalated',
  'linked',
  'reopened',
  'settled',
  'conflict',
  'hold',
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
  /** The very text that was given, as `text.version` asks for it. */
  given: z.strictObject({ code: z.string(), version: z.int(), hash: z.string() }).nullable(),
});
export type TimelineItem = z.infer<typeof timelineItemSchema>;

export const closingGapSchema = z.strictObject({
  code: z.enum(closingGapCodes),
  /** What is missing, in words for the screen. */
  sentence: z.string(),
});

const sideSchema = z.strictObject({
  actorName: z.string(),
  at: z.iso.datetime(),
  /** What each says, field by field, in words. */
  lines: z.array(z.strictObject({ label: z.string(), value: z.string() })),
});

/** Two things that could not both take effect: what stands, and what came against it. */
export const conflictSchema = z.strictObject({
  entryId: z.string(),
  sentence: z.string(),
  standing: sideSchema.nullable(),
  other: sideSchema,
  /** Whether the other may be put in the place of what stands. */
  canTake: z.boolean(),
  settled: z
    .strictObject({ by: z.string(), at: z.iso.datetime(), settlement: z.enum(settlements), note: z.string() })
    .nullable(),
});
export type FileConflict = z.infer<typeof conflictSchema>;

export const applicationFileSchema = z.strictObject({
  id: z.string(),
  applicationNo: z.string(),
  trackingCode: z.string(),
  status: z.enum(applicationStates),
  channel: z.enum(channels),
  registeredAt: z.iso.datetime(),
  registeredBy: z.string(),
  consumerId: z.string().nullable(),
  /** Numbers are as people write them: masked until `person.reveal` has put on record why they are needed. */
  applicant: z.strictObject({
    kind: z.enum(applicantKinds),
    name: z.string(),
    identityNo: z.string().nullable(),
    phone: z.string().nullable(),
    landline: z.string().nullable(),
    email: z.string().nullable(),
  }),
  /** This reader may not know who informed; nothing here tells. */
  isIdentityHidden: z.boolean(),
  /** What this window has on record for being shown whole, and until when. */
  revealed: z.strictObject({ fields: z.array(z.enum(revealFields)), until: z.iso.datetime() }).nullable(),
  /** The mobile number was verified by a code, and is still the one that it was. */
  isPhoneVerified: z.boolean(),
  capacity: z.enum(capacities),
  capacityEvidence: z.string(),
  identityVerifiedBy: z.enum(identityChecks),
  applicationType: z.enum(applicationTypes),
  topicCode: z.string(),
  topicLabel: z.string(),
  /** Null where the topic has no sub-topics. */
  subtopicLabel: z.string().nullable(),
  topicFields: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      /** For people: of a choice its words. */
      value: z.string(),
      stored: z.string(),
    }),
  ),
  description: z.string(),
  installationNo: z.string().nullable(),
  premises: premisesSchema.nullable(),
  replyChannel: z.enum(replyChannels),
  edmsNo: z.string().nullable(),
  eventAt: z.iso.datetime().nullable(),
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
      /** The other half: no step of the channel's procedure was left out. */
      followedProcedure: z.boolean(),
    })
    .nullable(),
  timeline: z.array(timelineItemSchema),
  /** Empty when it may be closed. */
  closingGaps: z.array(closingGapSchema),
  /** The channel's procedure as it was when this application began, and how each step of it stands. */
  steps: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      standing: z.enum(['done', 'open', 'not_needed', 'told']),
    }),
  ),
  /** What is missing from the applicant; null where nothing is waited for. */
  awaiting: z
    .strictObject({ missing: z.string(), since: z.iso.datetime(), isClockStopped: z.boolean() })
    .nullable(),
  /** Reasons for which the rule of this topic lets the clock stand still. */
  pauses: z.array(z.enum(pauseReasons)),
  /** When to try the consumer again. */
  callBackAt: z.iso.datetime().nullable(),
  /** Calls since the team's answer, and how many the procedure wants where nobody is reached. */
  calls: z.strictObject({ made: z.int().nonnegative(), wanted: z.int().positive() }),
  isEscalated: z.boolean(),
  /** Until when it can be opened again; null where it is open or too late. */
  reopenUntil: z.iso.datetime().nullable(),
  /** The outcome must go by this, since the consumer asked for it; null where any durable medium will do. */
  wantedMedium: z.enum(['email', 'letter']).nullable(),
  links: z.array(
    z.strictObject({
      applicationId: z.string(),
      applicationNo: z.string(),
      relation: z.enum(linkRelations),
      reasons: z.array(z.enum(duplicateReasons)),
    }),
  ),
  can: z.strictObject({
    route: z.boolean(),
    call: z.boolean(),
    close: z.boolean(),
    await: z.boolean(),
    supply: z.boolean(),
    reopen: z.boolean(),
    amend: z.boolean(),
    link: z.boolean(),
    settle: z.boolean(),
  }),
  conflicts: z.array(conflictSchema),
});
export type ApplicationFile = z.infer<typeof applicationFileSchema>;
