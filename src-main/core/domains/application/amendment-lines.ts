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
import { formatPhone } from '../../../../src-shared/text/phone.ts';
import { applicationTypeWords, replyChannelWords } from '../../../../src-shared/text/words.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { seen, seenName, seenWords } from '../person/person-view.ts';
import type { Sights } from '../person/viewer.ts';
import { topicAnswers } from './topic-answers.ts';

export type TopicNames = Pick<Catalogue, 'topic' | 'topicLabel'>;

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

/** What an amendment changes, in words, within what the reader sees: the field, how it was and how it is to be. */
export function amendmentLines(
  { changes }: PayloadOf<'application.amended'>,
  catalogue: TopicNames,
  sights: Sights,
): readonly AmendmentLine[] {
  return changes.map(({ field, from, to }) => ({
    label: labels[field],
    from: wordsOf(field, from, catalogue, sights),
    to: wordsOf(field, to, catalogue, sights),
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

function wordsOf(field: AmendableField, value: Json, catalogue: TopicNames, sights: Sights): string {
  switch (field) {
    case 'applicant':
      return applicantWords(shapes.applicant.safeParse(value).data?.applicant, sights);
    case 'applicationType': {
      const type = shapes.applicationType.safeParse(value).data?.applicationType;
      return type === undefined ? '' : applicationTypeWords[type];
    }
    case 'topic':
      return topicWords(shapes.topic.safeParse(value).data, catalogue, sights);
    case 'description':
      return seenWords(shapes.description.safeParse(value).data?.description ?? '', sights);
    case 'installationNo':
      return seenWords(
        shapes.installationNo.safeParse(value).data?.installationNo ?? '',
        sights,
        'installation',
      );
    case 'premises': {
      const premises = shapes.premises.safeParse(value).data?.premises;
      return premises ? seenWords(Object.values(premises).filter(Boolean).join(', '), sights, 'address') : '';
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
  sights: Sights,
): string {
  if (given === undefined) return '';
  const answers = topicAnswers(topic(given.topicCode), given.topicFields, sights).map(
    ({ label, value }) => `${label}: ${fieldWords(value)}`,
  );
  return [topicLabel(given.topicCode), ...answers].join(', ');
}

function applicantWords(applicant: z.infer<typeof applicantSchema> | undefined, sights: Sights): string {
  if (applicant === undefined) return '';
  const phones = (['phone', 'landline'] as const).map((field) =>
    formatPhone(seen(field, applicant[field], sights(field)) ?? ''),
  );
  return [
    seenName(applicant, sights('name')),
    seen('identity_no', applicant.identityNo, sights('identity_no')),
    ...phones,
    seen('email', applicant.email, sights('email')),
  ]
    .filter(Boolean)
    .join(', ');
}
