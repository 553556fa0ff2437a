import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { typedTime } from './typed-time.ts';

type TimeInputProps = {
  readonly label: string;
  readonly value: string;
  readonly example: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};

/** The browser's own time field follows the language of the computer, and writes AM and PM on an English one. */
export function TimeInput({ label, value, example, onChange, error }: TimeInputProps) {
  const finish = () => onChange(typedTime(value));
  return (
    <TextInput
      label={label}
      placeholder={example}
      inputMode="numeric"
      maxLength={8}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={finish}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === 'Enter' || key === 'F9') finish();
      }}
      error={error}
    />
  );
}
