import { z } from 'zod';
import {
  type AmendableField,
  applicantSchema,
  applicationTypes,
  premisesSchema,
  replyChannels,
} from '../../../../src-shared/ledger/application-entries.ts';
import type { Json } from '../../../../src-shared/ledger/canonical-json.ts';
import type { PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import { fieldWords } from '../../../../src-shared/text/field-words.ts';
import { maskIdentityNumber } from '../../../../src-shared/text/identity-number.ts';
import { formatPhone, maskPhone } from '../../../../src-shared/text/phone.ts';
import { applicationTypeWords, replyChannelWords } from '../../../../src-shared/text/words.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { topicAnswers } from './topic-answers.ts';

export type TopicNames = Pick<Catalogue, 'topic' | 'topicLabel'>;

/** The story is read while somebody else may be looking; who decides between two sides needs to see them whole. */
type Numbers = 'masked' | 'whole';

export type AmendmentLine = { readonly label: string; readonly from: string; readonly to: string };

const labels: Readonly<Record<AmendableField, string>> = {
  applicant: 'Başvuru sahibi',
  applicationType: 'Başvuru türü',
  topic: 'Konu',
  description: 'Açıklama',
  installationNo: 'Tesisat no',
  premises: 'Kullanım yeri',
  replyChannel: 'Dönüş kanalı',
  edmsNo: 'Evrak no',
};

/** What an amendment changes, in words: the field, how it was and how it is to be. */
export function amendmentLines(
  { changes }: PayloadOf<'application.amended'>,
  catalogue: TopicNames,
  numbers: Numbers,
): readonly AmendmentLine[] {
  return changes.map(({ field, from, to }) => ({
    label: labels[field],
    from: wordsOf(field, from, catalogue, numbers),
    to: wordsOf(field, to, catalogue, numbers),
  }));
}

const shapes = {
  applicant: z.object({ applicant: applicantSchema }),
  applicationType: z.object({ applicationType: z.enum(applicationTypes) }),
  topic: z.object({ topicCode: z.string(), topicFields: z.record(z.string(), z.string()) }),
  description: z.object({ description: z.string() }),
  installationNo: z.object({ installationNo: z.string().nullable() }),
  premises: z.object({ premises: premisesSchema.nullable() }),
  replyChannel: z.object({ replyChannel: z.enum(replyChannels) }),
  edmsNo: z.object({ edmsNo: z.string().optional() }),
} as const;

function wordsOf(field: AmendableField, value: Json, catalogue: TopicNames, numbers: Numbers): string {
  switch (field) {
    case 'applicant':
      return applicantWords(shapes.applicant.safeParse(value).data?.applicant, numbers);
    case 'applicationType': {
      const type = shapes.applicationType.safeParse(value).data?.applicationType;
      return type === undefined ? '' : applicationTypeWords[type];
    }
    case 'topic':
      return topicWords(shapes.topic.safeParse(value).data, catalogue);
    case 'description':
      return shapes.description.safeParse(value).data?.description ?? '';
    case 'installationNo':
      return shapes.installationNo.safeParse(value).data?.installationNo ?? '';
    case 'premises': {
      const premises = shapes.premises.safeParse(value).data?.premises;
      return premises ? Object.values(premises).filter(Boolean).join(', ') : '';
    }
    case 'replyChannel': {
      const channel = shapes.replyChannel.safeParse(value).data?.replyChannel;
      return channel === undefined ? '' : replyChannelWords[channel];
    }
    case 'edmsNo':
      return shapes.edmsNo.safeParse(value).data?.edmsNo ?? '';
  }
}

function topicWords(
  given: z.infer<typeof shapes.topic> | undefined,
  { topic, topicLabel }: TopicNames,
): string {
  if (given === undefined) return '';
  const answers = topicAnswers(topic(given.topicCode), given.topicFields).map(
    ({ label, value }) => `${label}: ${fieldWords(value)}`,
  );
  return [topicLabel(given.topicCode), ...answers].join(', ');
}

function applicantWords(applicant: z.infer<typeof applicantSchema> | undefined, numbers: Numbers): string {
  if (applicant === undefined) return '';
  const { name, identityNo, phone, landline, email } = applicant;
  const [ofPhone, ofIdentity] =
    numbers === 'masked' ? [maskPhone, maskIdentityNumber] : [formatPhone, String];
  const phones = [phone, landline].flatMap((number) => (number === null ? [] : [ofPhone(number)]));
  return [name, identityNo && ofIdentity(identityNo), ...phones, email].filter(Boolean).join(', ');
}
