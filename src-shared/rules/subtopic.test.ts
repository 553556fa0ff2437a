import { expect, it } from 'vitest';
import topicFile from '../../assets/topics.json' with { type: 'json' };
import { subtopicOf, topicSchema, topicsSchema } from './catalogue.ts';

const { topics } = topicsSchema.parse(topicFile);
const voltage = topics.find(({ code }) => code === 'voltage_quality');

it('a sub-topic is one of the topic’s own choices, in words', () => {
  expect(subtopicOf(voltage, { problem: 'low' })).toBe('Düşük gerilim');
});

it('there is none where the topic has none, is not known, or its choice is of another version', () => {
  expect(subtopicOf(undefined, {})).toBeNull();
  expect(subtopicOf(voltage, {})).toBeNull();
  expect(subtopicOf(voltage, { problem: 'of another version' })).toBeNull();
  const without = topics.find(({ subtopicField }) => subtopicField === undefined);
  expect(subtopicOf(without, { problem: 'low' })).toBeNull();
});

it.each(['nobody', 'since'])(
  'a sub-topic that is no required choice of the topic is refused: %s',
  (subtopicField) => {
    expect(topicSchema.safeParse({ ...voltage, subtopicField }).error?.issues).toMatchObject([
      { path: ['subtopicField'], message: 'Alt konu, konunun zorunlu ve seçmeli bir alanı olmalıdır.' },
    ]);
  },
);
