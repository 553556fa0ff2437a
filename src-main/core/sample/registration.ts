import type { PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import { localDay } from '../../../src-shared/text/format.ts';
import { makeTrackingCode, trackingRandomBytes } from '../../../src-shared/text/tracking-code.ts';
import type { DueOf } from './due-dates.ts';
import type { HistoryOptions } from './history-options.ts';
import type { Case } from './journey.ts';
import {
  drawCapacity,
  drawDeskChannel,
  drawRemoteChannel,
  drawStory,
  evidenceOf,
  ownCapacities,
} from './journey-plan.ts';
import type { SamplePerson } from './people.ts';
import { premises as drawPremises } from './places.ts';
import type { Random } from './random.ts';
import { sampleUuid } from './sample-ids.ts';
import type { Start } from './starts.ts';
import { fill, matterOf, topicFieldsOf } from './stories/told.ts';

type Registration = PayloadOf<'application.registered'>;

export type Subject = { readonly person: SamplePerson; readonly installationNo: string };

export type CaseSources = {
  readonly takeNumber: (year: string) => string;
  readonly dueOf: DueOf;
  /** Gives the consumer; not asked for an informant, who leaves no name. */
  readonly subjectOf: () => Subject;
};

/** One application as it is taken down. */
export function draftCase(
  random: Random,
  start: Start,
  options: HistoryOptions,
  { takeNumber, dueOf, subjectOf }: CaseSources,
): Case & { readonly consumer: Subject | null; readonly isOwnPlace: boolean } {
  const { catalogue, branch, desks } = options;
  const wanted = drawStory(random, start.topicCode);
  const isInformant = wanted.topicCode === 'illegal_use_report' && random.chance(0.7);
  const subject = isInformant ? null : subjectOf();
  const isOrganisation = subject !== null && subject.person.applicant.kind !== 'person';
  const story = wanted.isPersonal && isOrganisation ? drawStory(random, 'info_request') : wanted;
  const topic = catalogue.topic(story.topicCode);
  if (topic === undefined) throw new Error(`There is a story about an unknown topic: ${story.topicCode}`);
  const at = start.at;
  const iso = new Date(at).toISOString();
  const applicant = subject?.person.applicant ?? nobody;
  const capacity = isInformant ? 'informant' : drawCapacity(random, applicant.kind);
  const isOwnPlace = subject !== null && ownCapacities.has(capacity);
  const isElsewhere = subject === null || random.chance(0.08);
  const premises = isElsewhere ? drawPremises(random) : subject.person.premises;
  const matter = matterOf(random, topic, premises, at);
  const telling = random.pick(story.tellings);
  const channel = start.channel ?? (start.isAtDesk ? drawDeskChannel(random) : drawRemoteChannel(random));
  const told: Omit<Registration, 'dueAt' | 'deadlineBasis'> = {
    applicationNo: takeNumber(localDay(iso).slice(0, 4)),
    trackingCode: makeTrackingCode(random.bytes(trackingRandomBytes)),
    channel,
    branchCode: branch.code,
    deskCode: start.isAtDesk ? random.pick(desks).deskCode : null,
    ticketId: null,
    consumerId: subject?.person.id ?? null,
    applicant,
    capacity,
    capacityEvidence: evidenceOf[capacity] ?? '',
    identityVerifiedBy: identityCheckOf(random, applicant, start.isAtDesk),
    applicationType: isInformant
      ? 'report'
      : (topic.types?.[random.int(0, topic.types.length - 1)] ?? 'request'),
    topicCode: topic.code,
    topicsVersion: catalogue.topics.version,
    topicFields: topicFieldsOf(random, topic, telling, matter),
    description: fill(telling.text, matter),
    installationNo: isElsewhere || random.chance(0.12) ? null : subject.installationNo,
    premises,
    replyChannel: replyChannelOf(random, applicant),
  };
  const registration = { ...told, ...dueOf(topic, iso, told.topicFields) };
  const id = sampleUuid(random, at);
  return { id, at, registration, topic, story, matter, ending: start.ending, consumer: subject, isOwnPlace };
}

const nobody = {
  kind: 'anonymous',
  name: '',
  identityNo: null,
  phone: null,
  landline: null,
  email: null,
} satisfies Registration['applicant'];

function identityCheckOf(
  random: Random,
  { kind }: Registration['applicant'],
  isAtDesk: boolean,
): Registration['identityVerifiedBy'] {
  if (!isAtDesk || kind === 'anonymous') return 'not_verified';
  if (kind !== 'person') return 'document';
  const share = random.next();
  if (share < 0.86) return 'identity_card';
  return share < 0.95 ? 'driving_licence' : share < 0.97 ? 'passport' : 'document';
}

function replyChannelOf(random: Random, applicant: Registration['applicant']): Registration['replyChannel'] {
  if (applicant.phone === null && applicant.landline === null) return 'written';
  const share = random.next();
  if (share < 0.12 && applicant.email !== null) return 'email';
  return share > 0.94 ? 'written' : 'telephone';
}
