import type { RegistrationInput } from '../contract/application-register.ts';
import type { NewEntry, Stream } from '../ledger/entry.ts';
import { fact, type PayloadOf } from '../ledger/entry-types.ts';
import type { Topic } from './catalogue.ts';
import type { ChannelProcedure } from './channels.ts';
import { closingOf } from './closing-words.ts';
import { deadlineOf } from './deadline.ts';
import type { Catalogue } from './make-catalogue.ts';
import { smsAt } from './procedure.ts';
import { smsFact } from './sms-text.ts';
import type { PublishedText } from './texts.ts';

type Registration = PayloadOf<'application.registered'>;

/** What the place that takes an application down adds to its words. */
export type Taking = Pick<
  Registration,
  'applicationNo' | 'trackingCode' | 'branchCode' | 'deskCode' | 'ticketId' | 'consumerId'
> & {
  /** ISO; the deadline is counted from here. */
  readonly at: string;
  readonly channelsVersion: number;
  readonly catalogue: Pick<Catalogue, 'topics' | 'calendar'>;
};

/** The registration as it goes into the ledger. `input` has passed `registrationErrors`. */
export function registrationOf(input: RegistrationInput, topic: Topic, taking: Taking): Registration {
  const { at, catalogue, channelsVersion, ...place } = taking;
  return {
    ...place,
    channel: input.channel,
    applicant: input.applicant,
    capacity: input.capacity,
    capacityEvidence: input.capacityEvidence,
    identityVerifiedBy: input.identityVerifiedBy,
    applicationType: input.applicationType,
    topicCode: topic.code,
    topicsVersion: catalogue.topics.version,
    topicFields: input.topicFields,
    description: input.description,
    installationNo: input.installationNo,
    premises: input.premises,
    replyChannel: input.replyChannel,
    ...deadlineOf(topic.deadlines, at, input.topicFields, catalogue.calendar),
    channelsVersion,
    ...(input.phoneCheckId === null ? {} : { phoneCheckId: input.phoneCheckId }),
    ...(input.edmsNo === null ? {} : { edmsNo: input.edmsNo }),
    ...(input.eventAt === null ? {} : { eventAt: input.eventAt }),
  };
}

export type Telling = {
  readonly procedure: ChannelProcedure;
  readonly catalogue: Pick<Catalogue, 'smsTemplate'>;
  /** The text in force that the applicant was given. */
  readonly notice: PublishedText;
  readonly trackingUrl: string;
  /** For the SMS, if there is one. */
  readonly smsId: string;
};

/**
 * What happens at a registration, in this order: it is registered, the notice was given, and the applicant is told by
 * SMS as the channel's procedure has it. Where information alone was given it is concluded with it, and one SMS says
 * both (SW-4).
 * @returns `smsId` null where no SMS goes out
 */
export function registrationFacts(
  stream: Stream,
  registration: Registration,
  { notice, resolvedAtOnce }: Pick<RegistrationInput, 'notice' | 'resolvedAtOnce'>,
  { procedure, catalogue, notice: given, trackingUrl, smsId }: Telling,
): { readonly facts: readonly NewEntry[]; readonly smsId: string | null } {
  const facts = [fact(stream, 'application.registered', registration)];
  if (notice !== null) {
    const { textCode, textVersion, method } = notice;
    const { language, hash: textHash } = given;
    facts.push(fact(stream, 'notice.given', { textCode, textVersion, textHash, language, method }));
  }
  const sms = { smsTemplate: catalogue.smsTemplate, smsId };
  let request: NewEntry | undefined;
  if (resolvedAtOnce === null) {
    request = smsFact(stream, registration, smsAt(procedure, 'registered'), { trackingUrl }, sms);
  } else {
    const { closing, outcomeWords } = closingOf(resolvedAtOnce);
    facts.push(fact(stream, 'application.closed', { ...closing, atOnce: true }));
    const values = { trackingUrl, outcome: outcomeWords };
    request = smsFact(stream, registration, smsAt(procedure, 'resolvedAtOnce'), values, sms);
  }
  if (request !== undefined) facts.push(request);
  return { facts, smsId: request === undefined ? null : smsId };
}
