import { NativeSelect, TextInput } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { TopicField } from '../../../src-shared/rules/catalogue.ts';
import { useText } from '../../i18n/use-text.ts';
import { topicText } from './text.ts';

type TopicAnswerInputProps = {
  readonly field: TopicField;
  /** As typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly 'data-path'?: string;
};

/** One question of a topic. */
export function TopicAnswerInput({ field, value, onChange, ...rest }: TopicAnswerInputProps) {
  const text = useText(topicText);
  const shared = {
    ...rest,
    'data-missing': field.required && value.trim() === '',
    size: 'xs',
    label: field.label,
    value,
    withAsterisk: field.required,
    'aria-required': field.required,
  };
  if (field.kind === 'choice')
    return (
      <NativeSelect
        {...shared}
        data={[{ value: '', label: text.choose }, ...(field.choices ?? [])]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...shared}
      {...(field.kind === 'date' ? { placeholder: text.dayHint } : {})}
      {...(field.kind === 'datetime' ? { placeholder: text.momentHint } : {})}
      inputMode={field.kind === 'number' ? 'decimal' : field.kind === 'phone' ? 'tel' : 'text'}
      maxLength={500}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
