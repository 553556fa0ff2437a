import { Text } from '@mantine/core';
import type { Topic, TopicField } from '../../../src-shared/rules/catalogue.ts';
import { TopicAnswerInput } from '../../components/topic/topic-answer-input.tsx';
import { useText } from '../../i18n/use-text.ts';
import classes from './form.module.css';
import { spanOf } from './span-of.ts';
import { solutionPointText } from './text.ts';
import { useTopicField } from './use-sheet.ts';

/** The questions of the chosen topic, and what the clerk should bear in mind with it. */
export function TopicFields({ topic }: { readonly topic: Topic | null }) {
  const text = useText(solutionPointText);
  if (topic === null) return null;
  const hints = [
    topic.urgent === true ? text.form.urgentHint : undefined,
    topic.group === 'retail' ? text.form.retailHint : undefined,
    topic.specialCategory === true ? text.form.specialHint : undefined,
    topic.clerkHint,
  ].filter((hint) => hint !== undefined);
  return (
    <>
      {hints.length > 0 && (
        <Text className={classes.hint} data-urgent={topic.urgent === true} role="note">
          {hints.join(' ')}
        </Text>
      )}
      {topic.fields.map((field) => (
        <TopicInput key={`${topic.code}.${field.key}`} field={field} />
      ))}
    </>
  );
}

function TopicInput({ field }: { readonly field: TopicField }) {
  const { value, set, message, path } = useTopicField(field.key);
  return (
    <TopicAnswerInput
      className={classes.cell}
      style={spanOf(3)}
      data-path={path}
      field={field}
      value={value}
      onChange={set}
      error={message}
    />
  );
}
