import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { Topic, TopicField } from '../../../src-shared/rules/catalogue.ts';
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
  const text = useText(solutionPointText);
  const { value, set, message, path } = useTopicField(field.key);
  const shared = {
    className: classes.cell,
    style: spanOf(3),
    'data-path': path,
    'data-missing': field.required && value.trim() === '',
    size: 'xs',
    label: field.label,
    value,
    error: message,
    withAsterisk: field.required,
    'aria-required': field.required,
  };
  if (field.kind === 'choice')
    return (
      <NativeSelect
        {...shared}
        data={[{ value: '', label: text.form.choose }, ...(field.choices ?? [])]}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...shared}
      {...(field.kind === 'date' ? { placeholder: text.form.dayHint } : {})}
      {...(field.kind === 'datetime' ? { placeholder: text.form.momentHint } : {})}
      inputMode={field.kind === 'number' ? 'decimal' : field.kind === 'phone' ? 'tel' : 'text'}
      maxLength={500}
      autoComplete="off"
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
