import type { Topic } from '../../../../src-shared/rules/catalogue.ts';
import type { Sights } from '../person/viewer.ts';

export type TopicAnswer = {
  readonly key: string;
  readonly label: string;
  /** Of a choice its words. */
  readonly value: string;
  readonly stored: string;
};

/**
 * What was answered to the topic's questions within what the reader sees, in their order; one that the topic does not ask any more keeps its key for
 * a name.
 */
export function topicAnswers(
  topic: Pick<Topic, 'fields' | 'specialCategory'> | undefined,
  stored: Readonly<Record<string, string>>,
  sights: Sights,
): TopicAnswer[] {
  const isSpecial = topic?.specialCategory === true;
  if (sights('words') !== 'whole' || (isSpecial && sights('special_topic') !== 'whole')) return [];
  const fields = topic?.fields ?? [];
  const keys = new Set([...fields.map(({ key }) => key), ...Object.keys(stored)]);
  return [...keys]
    .map((key) => [key, stored[key] ?? ''] as const)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => {
      const field = fields.find((known) => known.key === key);
      const choice = field?.choices?.find((known) => known.value === value);
      return { key, label: field?.label ?? key, value: choice?.label ?? value, stored: value };
    });
}
