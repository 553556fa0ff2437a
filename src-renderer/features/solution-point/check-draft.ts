import type { z } from 'zod';
import {
  type RegisterInput,
  registerInputSchema,
} from '../../../src-shared/contract/application-register.ts';
import type { FieldError } from '../../../src-shared/contract/errors.ts';
import { needsEvidence } from '../../../src-shared/rules/capacity.ts';
import type { Topic, TopicField } from '../../../src-shared/rules/catalogue.ts';
import type { PublishedText } from '../../../src-shared/rules/texts.ts';
import { parsePhone } from '../../../src-shared/text/phone.ts';
import { fieldIn } from '../../i18n/in-language.ts';
import type { Language } from '../../lib/preferences.ts';
import { answerOf, answersOf } from '../../lib/topic-answer.ts';
import { parseTypedMoment } from '../../lib/turkish-moment.ts';
import { takesDocument } from './capacity-rules.ts';
import { leftToCard } from './card-fields.ts';
import type { Draft } from './draft.ts';

export type DraftSentences = {
  readonly nameMissing: string;
  readonly evidenceMissing: string;
  readonly contactMissing: string;
  readonly emailMissing: string;
  readonly addressMissing: string;
  readonly noticeMissing: string;
  readonly fieldMissing: string;
  readonly dayWrong: string;
  readonly momentWrong: string;
  readonly numberWrong: string;
  readonly phoneWrong: string;
};

export type DraftContext = {
  readonly ticketId: string | null;
  readonly topic: Topic | null;
  readonly notice: Pick<PublishedText, 'code' | 'version' | 'hash'>;
  /** `yyyy-MM-dd`, what `bugün` means. */
  readonly today: string;
  readonly sentences: DraftSentences;
  readonly language: Language;
};

/** Where the form shows what is said of a group of fields. */
const shownAt: Readonly<Record<string, string>> = {
  notice: 'notice.method',
  premises: 'premises.province',
  consumerId: 'applicant.name',
  resolvedAtOnce: 'resolvedAtOnce.outcomeKind',
};

/** Field errors at the fields that this form has for them. */
export function atFormFields(fields: readonly FieldError[]): readonly FieldError[] {
  return fields.map(({ path, message }) => ({ path: formPathOf(path), message }));
}

function formPathOf(path: string): string {
  return shownAt[path] ?? path;
}

export type Checked =
  | { readonly ok: true; readonly input: RegisterInput }
  | { readonly ok: false; readonly fields: readonly FieldError[] };

/**
 * What the clerk can be told before the core is asked: the contract's own schema, and what the form knows
 * beside it. The core decides all of it again.
 */
export function checkDraft(draft: Draft, context: DraftContext): Checked {
  const parsed = registerInputSchema.safeParse(candidateOf(draft, context));
  const fields = [
    ...atFormFields(saidByContract(parsed.error, context)),
    ...missingIn(draft, context),
    ...wrongTopicFields(draft, context),
  ];
  const first = fields.filter((field, index) => fields.findIndex((one) => one.path === field.path) === index);
  return parsed.success && first.length === 0
    ? { ok: true, input: parsed.data }
    : { ok: false, fields: first };
}

function saidByContract(error: z.ZodError | undefined, { language }: DraftContext): readonly FieldError[] {
  return (error?.issues ?? []).map(({ path, message }) =>
    fieldIn(language, { path: path.join('.'), message }),
  );
}

function filesOf({ files: { key, described } }: Draft) {
  if (key === '') return null;
  const words = Object.entries(described).map(([uploadId, said]) => ({ uploadId, ...said }));
  return { draftKey: key, described: words };
}

function candidateOf(draft: Draft, { ticketId, topic, notice, today }: DraftContext) {
  const { province, district, neighbourhood, street, doorNo } = draft;
  const premises = { province, district, neighbourhood, street, doorNo };
  return {
    channel: draft.channel,
    ticketId,
    consumerId: draft.consumerId,
    files: filesOf(draft),
    applicant: {
      kind: draft.kind,
      name: draft.name,
      identityNo: draft.identityNo,
      phone: draft.phone,
      landline: draft.landline,
      email: draft.email,
    },
    fromCard: draft.consumerId === null ? [] : [...leftToCard(draft)],
    capacity: draft.capacity,
    capacityEvidence: takesDocument(draft.capacity) ? draft.capacityEvidence : '',
    identityVerifiedBy: draft.identityVerifiedBy,
    applicationType: draft.applicationType,
    topicCode: draft.topicCode,
    topicFields: answersOf(topic?.fields ?? [], draft.topicFields, today),
    description: draft.description,
    installationNo: draft.installationNo,
    premises: Object.values(premises).some((part) => part.trim() !== '') ? premises : null,
    replyChannel: draft.replyChannel,
    notice:
      draft.kind === 'anonymous'
        ? null
        : {
            textCode: notice.code,
            textVersion: notice.version,
            textHash: notice.hash,
            method: draft.noticeMethod,
          },
    phoneCheckId: isVerified(draft) ? draft.phoneCheckId : null,
    edmsNo: draft.edmsNo,
    eventAt: eventOf(draft, today),
    resolvedAtOnce: draft.isAtOnce
      ? {
          outcomeKind: draft.outcomeKind,
          outcome: draft.outcome,
          durableMedium: draft.durableMedium,
          satisfaction: draft.satisfaction,
        }
      : null,
  };
}

/** The number on the form is still the one that the code was sent to. */
function isVerified({ phone, onCard, phoneCheckId, verifiedPhone }: Draft): boolean {
  const number = phone.trim() === '' && onCard.phone !== '' ? onCard.phone : parsePhone(phone)?.e164;
  return phoneCheckId !== '' && number === verifiedPhone;
}

/** ISO, UTC; null where nothing was typed, and as it was typed where it is no moment: the contract then says so. */
function eventOf({ eventAt }: Draft, today: string): string | null {
  if (eventAt.trim() === '') return null;
  const typed = parseTypedMoment(eventAt, today);
  return typed === undefined ? eventAt : new Date(`${typed}+03:00`).toISOString();
}

function wrongTopicFields(draft: Draft, { topic, today, sentences }: DraftContext): readonly FieldError[] {
  return (topic?.fields ?? []).flatMap((field) => {
    const path = `topicFields.${field.key}`;
    const value = (draft.topicFields[field.key] ?? '').trim();
    if (value === '') return field.required ? [{ path, message: sentences.fieldMissing }] : [];
    if (answerOf(field, value, today) !== undefined) return [];
    return [{ path, message: wrongKind(field, sentences) }];
  });
}

function wrongKind(field: TopicField, sentences: DraftSentences): string {
  if (field.kind === 'phone') return sentences.phoneWrong;
  if (field.kind === 'number') return sentences.numberWrong;
  return field.kind === 'date' ? sentences.dayWrong : sentences.momentWrong;
}

function missingIn(draft: Draft, { sentences }: DraftContext): readonly FieldError[] {
  if (draft.kind === 'anonymous') return [];
  const isBlank = (value: string) => value.trim() === '';
  const onCard = leftToCard(draft);
  const hasAddress = !isBlank(draft.province) && !isBlank(draft.district);
  const candidates: readonly (FieldError & { readonly when: boolean })[] = [
    { when: isBlank(draft.name), path: 'applicant.name', message: sentences.nameMissing },
    {
      when: draft.capacity !== '' && needsEvidence(draft.capacity) && isBlank(draft.capacityEvidence),
      path: 'capacityEvidence',
      message: sentences.evidenceMissing,
    },
    {
      when:
        draft.replyChannel === 'telephone' &&
        isBlank(draft.phone) &&
        isBlank(draft.landline) &&
        !onCard.includes('phone'),
      path: 'applicant.phone',
      message: sentences.contactMissing,
    },
    {
      when: draft.replyChannel === 'email' && isBlank(draft.email) && !onCard.includes('email'),
      path: 'applicant.email',
      message: sentences.emailMissing,
    },
    {
      when: draft.replyChannel === 'written' && !hasAddress,
      path: 'premises.province',
      message: sentences.addressMissing,
    },
    { when: draft.noticeMethod === '', path: 'notice.method', message: sentences.noticeMissing },
  ];
  return candidates.flatMap(({ when, path, message }) => (when ? [{ path, message }] : []));
}
