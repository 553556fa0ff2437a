import { z } from 'zod';

export const channels = [
  'solution_point',
  'face_to_face',
  'written',
  'info_email',
  'app',
  'web',
  'online',
  'social_media',
  'whatsapp',
  'switchboard',
] as const;
export const applicantKinds = ['person', 'company', 'public_body', 'anonymous'] as const;
export const capacities = [
  'self',
  'owner',
  'tenant',
  'proxy',
  'company_rep',
  'public_body',
  'legal_guardian',
  'parent',
  'heir',
  'relative',
  'building_manager',
  'muhtar',
  'electrician',
  'facility_engineer',
  'informant',
] as const;
export const identityChecks = [
  'identity_card',
  'passport',
  'driving_licence',
  'document',
  'not_verified',
] as const;
export const applicationTypes = [
  'request',
  'complaint',
  'objection',
  'report',
  'suggestion',
  'thanks',
  'information',
  'data_subject',
] as const;
export const replyChannels = ['telephone', 'email', 'written'] as const;
export const noticeMethods = ['read_on_screen', 'printed', 'read_aloud', 'sent'] as const;
export const callResults = ['reached', 'no_answer', 'wrong_person', 'refused_verification'] as const;
export const outcomeKinds = [
  'resolved',
  'rejected',
  'informed',
  'referred_to_supplier',
  'merged_duplicate',
  'cancelled_by_applicant',
] as const;
/** `none` only where nobody left an address: an anonymous informant. */
export const durableMedia = ['sms', 'email', 'letter', 'none'] as const;
export const satisfactions = ['satisfied', 'neutral', 'dissatisfied', 'not_asked'] as const;
/** Each is the code of its template. One SMS per transition; the third says both at once (SW-4). */
export const smsPurposes = [
  'application_registered',
  'application_closed',
  'registered_and_resolved',
] as const;
export const smsStates = ['accepted', 'delivered', 'failed'] as const;
/** On the roll of a receipt printer. */
export const slips = ['queue_ticket', 'application_receipt', 'meeting_slip'] as const;
/** On an adhesive label. */
export const labels = ['application_label'] as const;
/** On A4. */
export const sheets = ['contact_form', 'application_receipt_a4', 'decision_letter', 'shift_report'] as const;
export type Sheet = (typeof sheets)[number];
export const documents = [...slips, ...labels, ...sheets] as const;
/**
 * `queued` again when a person has a failed job tried once more. `sent`: the printer or the system's queue took every
 * byte; `confirmed`: whoever can know, the printer, the queue or a person, says that the paper came out.
 */
export const printStates = ['queued', 'sent', 'confirmed', 'shown', 'failed'] as const;

const word = z.string().min(1).max(200);
const text = z.string().max(4000);

export const premisesSchema = z.strictObject({
  province: z.string().max(60),
  district: z.string().max(60),
  neighbourhood: z.string().max(120),
  street: z.string().max(160),
  doorNo: z.string().max(40),
});
export type Premises = z.infer<typeof premisesSchema>;

export const applicantSchema = z.strictObject({
  kind: z.enum(applicantKinds),
  name: z.string().max(200),
  identityNo: z.string().max(20).nullable(),
  /** Mobile, E.164: the one that SMS goes to. */
  phone: z.string().max(20).nullable(),
  /** E.164; can be called, can't receive SMS. */
  landline: z.string().max(20).nullable(),
  email: z.string().max(200).nullable(),
});
export type Applicant = z.infer<typeof applicantSchema>;

/** What may be put right later, each by its name in the registration. */
export const amendableFields = [
  'applicant',
  'applicationType',
  'topic',
  'description',
  'installationNo',
  'premises',
  'replyChannel',
  'edmsNo',
] as const;
export type AmendableField = (typeof amendableFields)[number];

export const linkRelations = ['duplicate', 'related'] as const;
export const duplicateReasons = [
  'same_consumer',
  'same_phone',
  'same_installation',
  'same_address',
  'same_topic',
  'near_in_time',
  'similar_words',
] as const;
/** `take` puts what had not taken effect in the place of what had. */
export const settlements = ['keep', 'take'] as const;

/**
 * What can be written on an application's stream; version 1 of each. Members that came later may be missing, since
 * entries never change.
 */
export const applicationEntries = {
  'application.registered': z.strictObject({
    applicationNo: word,
    trackingCode: word,
    channel: z.enum(channels),
    branchCode: word,
    deskCode: word.nullable(),
    ticketId: word.nullable(),
    consumerId: word.nullable(),
    applicant: applicantSchema,
    capacity: z.enum(capacities),
    /** The paper that shows the capacity, in words: vekâletname, imza sirküleri … */
    capacityEvidence: z.string().max(300),
    identityVerifiedBy: z.enum(identityChecks),
    applicationType: z.enum(applicationTypes),
    topicCode: word,
    topicsVersion: z.int().positive(),
    topicFields: z.record(z.string(), z.string().max(500)),
    description: text,
    installationNo: z.string().max(20).nullable(),
    premises: premisesSchema.nullable(),
    replyChannel: z.enum(replyChannels),
    dueAt: z.iso.datetime(),
    deadlineBasis: z.string().max(300),
    /** The channel's procedure as it was: an open application keeps the one that it began with. */
    channelsVersion: z.exactOptional(z.int().positive()),
    /** Number in the document management system (Evrak Yönetim Sistemi). */
    edmsNo: z.exactOptional(z.string().max(60)),
    /** The check by which the mobile number was verified. */
    phoneCheckId: z.exactOptional(word),
    /** When what it is about happened. */
    eventAt: z.exactOptional(z.iso.datetime()),
  }),
  'notice.given': z.strictObject({
    textCode: word,
    textVersion: z.int().positive(),
    textHash: word,
    language: z.string().max(10),
    method: z.enum(noticeMethods),
  }),
  'application.routed': z.strictObject({
    teamCode: word,
    teamName: word,
    note: text,
    /** Until when somebody of the team takes it; afterwards a supervisor is told. */
    takeBy: z.exactOptional(z.iso.datetime()),
  }),
  'application.taken': z.strictObject({ teamCode: word, member: word }),
  'team.answered': z.strictObject({ teamCode: word, member: word, answer: text }),
  'team.returned': z.strictObject({ teamCode: word, member: word, reason: text }),
  'call.attempted': z.strictObject({
    result: z.enum(callResults),
    phone: z.string().max(20).nullable(),
    note: text,
    /** When to try again. */
    callBackAt: z.exactOptional(z.iso.datetime()),
  }),
  'applicant.awaited': z.strictObject({
    /** What is missing, as the applicant was told. */
    missing: text.min(1),
    /** The rule's reason for which the clock stands still meanwhile; null where it goes on. */
    pause: word.nullable(),
  }),
  'applicant.supplied': z.strictObject({
    note: text,
    /** The deadline from now on. */
    dueAt: z.iso.datetime(),
  }),
  'application.amended': z.strictObject({
    reason: text,
    /** `from` is what the writer saw: another value there by then is a conflict. */
    changes: z.array(z.strictObject({ field: z.enum(amendableFields), from: z.json(), to: z.json() })).min(1),
    /** Where the topic decides on another deadline. */
    dueAt: z.exactOptional(z.iso.datetime()),
    deadlineBasis: z.exactOptional(z.string().max(300)),
  }),
  'application.escalated': z.strictObject({
    /** The routing that nobody took: once each. */
    routingId: word,
    teamCode: word,
    /** Until when somebody should have taken it. */
    dueAt: z.iso.datetime(),
  }),
  /** On both applications: nothing of either is changed. */
  'application.linked': z.strictObject({
    otherId: word,
    otherNo: word,
    relation: z.enum(linkRelations),
    reasons: z.array(z.enum(duplicateReasons)),
  }),
  'application.unlinked': z.strictObject({ otherId: word }),
  'application.reopened': z.strictObject({
    reason: text.min(1),
    dueAt: z.iso.datetime(),
    deadlineBasis: z.string().max(300),
  }),
  'conflict.settled': z.strictObject({
    /** The entry that had not taken effect. */
    entryId: word,
    settlement: z.enum(settlements),
    note: text,
  }),
  'application.closed': z.strictObject({
    outcomeKind: z.enum(outcomeKinds),
    outcome: text,
    /** On what the consumer can keep the outcome: a phone call alone is not enough (THY, 6502 md. 3). */
    durableMedium: z.enum(durableMedia),
    satisfaction: z.enum(satisfactions),
    /** Registered and concluded in one conversation, and told by one SMS (SW-4). */
    atOnce: z.exactOptional(z.literal(true)),
    /** The application that this one is a duplicate of. */
    duplicateOf: z.exactOptional(word),
  }),
  'sms.requested': z.strictObject({
    smsId: word,
    purpose: z.enum([...smsPurposes, 'phone_verification']),
    /** E.164 */
    to: word,
    text: z.string().min(1).max(1000),
    segments: z.int().positive(),
    templateVersion: z.int().positive(),
  }),
  'sms.reported': z.strictObject({
    smsId: word,
    state: z.enum(smsStates),
    driver: word,
    /** The provider's reason or reference, never the text. */
    detail: z.string().max(300),
  }),
} as const;
