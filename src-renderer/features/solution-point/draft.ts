import type { ConsumerFile } from '../../../src-shared/contract/consumer.ts';
import type {
  applicantKinds,
  applicationTypes,
  capacities,
  durableMedia,
  identityChecks,
  noticeMethods,
  outcomeKinds,
  replyChannels,
  satisfactions,
} from '../../../src-shared/ledger/application-entries.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import type { Channel, ChannelProcedure } from '../../../src-shared/rules/channels.ts';
import { answersThatStay } from '../../lib/topic-answer.ts';
import { nothingOnCard, type OnCard, onCardOf } from './card-fields.ts';

/** Empty until the clerk has chosen. */
type Choice<T extends readonly string[]> = T[number] | '';

/** What was said of a file before it is on an application. */
export type FileWords = { readonly description: string; readonly isSpecialCategory: boolean };

export type DraftFiles = {
  /** The name under which they were uploaded; empty while there is none. */
  readonly key: string;
  /** By upload. */
  readonly described: Readonly<Record<string, FileWords>>;
};

/** The form as it stands on the screen: what was typed, not yet what it means. */
export type Draft = {
  /** How the application has come. */
  readonly channel: Channel;
  /** Number in the document system, where the channel goes through it. */
  readonly edmsNo: string;
  /** Information alone was given: it ends with the registration, and with what follows. */
  readonly isAtOnce: boolean;
  readonly outcomeKind: Choice<typeof outcomeKinds>;
  readonly outcome: string;
  readonly durableMedium: Choice<typeof durableMedia>;
  readonly satisfaction: Choice<typeof satisfactions>;
  /** When what it is about happened, as typed. */
  readonly eventAt: string;
  /** The check by which a number was verified, and which one, E.164. */
  readonly phoneCheckId: string;
  readonly verifiedPhone: string;
  readonly consumerId: string | null;
  /** The chosen consumer's details have been taken over; later changes are the clerk's. */
  readonly isFilled: boolean;
  readonly kind: (typeof applicantKinds)[number];
  readonly name: string;
  readonly identityNo: string;
  readonly phone: string;
  readonly landline: string;
  readonly email: string;
  /** What the form leaves to the chosen consumer's card. */
  readonly onCard: OnCard;
  readonly capacity: Choice<typeof capacities>;
  readonly capacityEvidence: string;
  readonly identityVerifiedBy: Choice<typeof identityChecks>;
  readonly applicationType: Choice<typeof applicationTypes>;
  readonly topicCode: string;
  readonly topicFields: Readonly<Record<string, string>>;
  readonly description: string;
  readonly installationNo: string;
  readonly province: string;
  readonly district: string;
  readonly neighbourhood: string;
  readonly street: string;
  readonly doorNo: string;
  readonly replyChannel: Choice<typeof replyChannels>;
  readonly files: DraftFiles;
  /** How the notice was given: an act of its own, so nothing sets it but the clerk. */
  readonly noticeMethod: Choice<typeof noticeMethods>;
};

export const emptyDraft: Draft = {
  channel: 'solution_point',
  edmsNo: '',
  isAtOnce: false,
  outcomeKind: '',
  outcome: '',
  durableMedium: '',
  satisfaction: '',
  eventAt: '',
  phoneCheckId: '',
  verifiedPhone: '',
  consumerId: null,
  isFilled: false,
  kind: 'person',
  name: '',
  identityNo: '',
  phone: '',
  landline: '',
  email: '',
  onCard: nothingOnCard,
  capacity: '',
  capacityEvidence: '',
  identityVerifiedBy: '',
  applicationType: '',
  topicCode: '',
  topicFields: {},
  description: '',
  installationNo: '',
  province: '',
  district: '',
  neighbourhood: '',
  street: '',
  doorNo: '',
  replyChannel: '',
  noticeMethod: '',
  files: { key: '', described: {} },
};

/** Takes over the known person's details; what was already written about the matter itself stays. */
export function withConsumer(draft: Draft, consumer: ConsumerFile): Draft {
  return {
    ...draft,
    consumerId: consumer.id,
    isFilled: true,
    kind: consumer.kind,
    name: consumer.name,
    identityNo: '',
    phone: '',
    email: '',
    onCard: onCardOf(consumer),
    ...(consumer.premises ?? {}),
  };
}

/** The only installation is the one that is meant, where none was written. */
export function withInstallation(draft: Draft, installations: readonly string[]): Draft {
  const [only, ...others] = installations;
  const isMeant = only !== undefined && others.length === 0 && draft.installationNo.trim() === '';
  return isMeant ? { ...draft, installationNo: only } : draft;
}

/** Lets go of the person: their details must not stay on the form of the next one. */
export function withoutConsumer(draft: Draft): Draft {
  const { channel, topicCode, topicFields, applicationType, description, replyChannel, files } = draft;
  const matter = { channel, topicCode, topicFields, applicationType, description, replyChannel, files };
  return { ...emptyDraft, ...matter };
}

/**
 * An anonymous informant gives no data of their own: no name, no number, hence no notice either. Coming back
 * from it leaves nothing chosen that the clerk has not chosen.
 */
export function withKind(draft: Draft, kind: Draft['kind']): Draft {
  if (kind === 'anonymous') {
    return {
      ...draft,
      ...{
        consumerId: null,
        isFilled: false,
        name: '',
        identityNo: '',
        phone: '',
        landline: '',
        email: '',
        onCard: nothingOnCard,
      },
      ...{ capacityEvidence: '', noticeMethod: '' },
      ...{ kind, capacity: 'informant', identityVerifiedBy: 'not_verified', applicationType: 'report' },
      // Nobody can be answered; the contract wants a channel all the same.
      replyChannel: 'written',
    };
  }
  if (draft.kind === 'anonymous')
    return { ...draft, kind, capacity: '', identityVerifiedBy: '', replyChannel: '' };
  return { ...draft, kind };
}

/** What only another channel asks for does not stay on the form. */
export function withChannel(draft: Draft, procedure: ChannelProcedure): Draft {
  return {
    ...draft,
    channel: procedure.code,
    edmsNo: procedure.edmsNo === 'none' ? '' : draft.edmsNo,
    isAtOnce: procedure.mayResolveAtOnce && draft.isAtOnce,
  };
}

/** The topic's own fields follow it; answers to questions that both topics ask stay. */
export function withTopic(draft: Draft, topic: Topic): Draft {
  const [usualType] = topic.types ?? [];
  return {
    ...draft,
    topicCode: topic.code,
    topicFields:
      topic.code === draft.topicCode ? draft.topicFields : answersThatStay(topic.fields, draft.topicFields),
    applicationType:
      draft.applicationType === '' && usualType !== undefined ? usualType : draft.applicationType,
  };
}

/** Whether anything was written that would be missed. */
export function isTouched(draft: Draft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(emptyDraft);
}
