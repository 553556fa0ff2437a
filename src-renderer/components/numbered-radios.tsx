import { Radio } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { focusNextNeeded } from '../lib/needed-fields.ts';
import classes from './numbered-radios.module.css';

type NumberedRadiosProps<V extends string> = {
  readonly values: readonly V[];
  readonly labels: Readonly<Record<V, string>>;
  readonly onChoose: (value: V) => void;
};

/** The choices of a group, each taken by its digit while the keyboard is among them; it then goes on to what is missing. */
export function NumberedRadios<V extends string>({ values, labels, onChoose }: NumberedRadiosProps<V>) {
  function takeDigit({
    key,
    currentTarget,
    ctrlKey,
    altKey,
    metaKey,
  }: KeyboardEvent<HTMLInputElement>): void {
    const value = ctrlKey || altKey || metaKey ? undefined : values[Number(key) - 1];
    if (value === undefined) return;
    onChoose(value);
    focusNextNeeded(currentTarget.form, currentTarget);
  }
  return values.map((value, index) => (
    <Radio
      key={value}
      classNames={{ inner: classes.inner }}
      style={{ '--digit': `"${index + 1}"` }}
      size="xs"
      value={value}
      label={labels[value]}
      aria-keyshortcuts={String(index + 1)}
      onKeyDown={takeDigit}
    />
  ));
}
