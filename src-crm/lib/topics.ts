import { formatDate, formatDateTime } from '../../src-shared/text/format.ts';
import { shippedCatalogue } from './catalogue.ts';

/** The topic's name; its code where a branch has added a topic of its own. */
export const topicLabel = shippedCatalogue.topicLabel;

export type TopicAnswer = { readonly label: string; readonly value: string; readonly isPhone: boolean };

/** What was asked for the topic, in the words of its form. */
export function topicAnswers(code: string, fields: Readonly<Record<string, string>>): readonly TopicAnswer[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => {
      const field = shippedCatalogue.topic(code)?.fields.find((candidate) => candidate.key === key);
      const choice = field?.choices?.find((candidate) => candidate.value === value);
      return {
        label: field?.label ?? key,
        value: choice?.label ?? readable(value, field?.kind),
        isPhone: field?.kind === 'phone',
      };
    });
}

/** Forms keep a day as yyyy-MM-dd and a time as what a datetime field gives: local, or an instant in UTC. */
function readable(value: string, kind: string | undefined): string {
  if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value);
  if (kind !== 'datetime' || Number.isNaN(Date.parse(value))) return value;
  if (value.endsWith('Z')) return formatDateTime(value);
  return value.replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d).*$/, '$3.$2.$1 $4');
}
