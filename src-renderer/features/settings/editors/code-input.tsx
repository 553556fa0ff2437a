import { TextInput, type TextInputProps } from '@mantine/core';
import { upperTurkish } from '../../../../src-shared/text/fold.ts';

type CodeInputProps = Omit<TextInputProps, 'onChange' | 'readOnly' | 'variant'> & {
  /** The code of a saved item is what everything else knows it by, and stays. */
  readonly isNew: boolean;
  readonly onChange: (code: string) => void;
};

/** A short code in capital letters. */
export function CodeInput({ isNew, onChange, ...rest }: CodeInputProps) {
  return (
    <TextInput
      {...rest}
      required
      readOnly={!isNew}
      variant={isNew ? 'default' : 'filled'}
      spellCheck={false}
      onChange={({ currentTarget }) => onChange(upperTurkish(currentTarget.value.trim()))}
    />
  );
}
