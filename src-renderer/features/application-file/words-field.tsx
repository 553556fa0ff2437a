import { Textarea } from '@mantine/core';

type WordsFieldProps = {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly message: string | undefined;
  readonly isRequired?: boolean;
  readonly minRows?: number;
};

/** A note or a reason, which grows with what is written. */
export function WordsField({
  value,
  onChange,
  message,
  isRequired = false,
  minRows = 2,
  ...rest
}: WordsFieldProps) {
  return (
    <Textarea
      {...rest}
      data-missing={isRequired && value.trim() === ''}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={message}
      autosize
      minRows={minRows}
      maxRows={8}
      maxLength={2000}
      withAsterisk={isRequired}
      aria-required={isRequired}
    />
  );
}
