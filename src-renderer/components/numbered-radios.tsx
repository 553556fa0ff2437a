import { Radio } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { focusNextNeeded } from '../lib/needed-fields.ts';
import classes from './numbered-radios.module.css';

type NumberedRadiosProps<V extends string> = {
  readonly values: readonly V[];
  readonly labels: Readonly<Record<V, ReactNode>>;
  readonly onChoose: (value: V) => void;
  /** For choices that each have a line of their own. */
  readonly rowClassName?: string | undefined;
  /** Takes the keyboard when it comes on screen. */
  readonly focused?: V | undefined;
};

/** The choices of a group, each taken by its digit while the keyboard is among them; it then goes on to what is missing. */
export function NumberedRadios<V extends string>({
  values,
  labels,
  onChoose,
  rowClassName,
  focused,
}: NumberedRadiosProps<V>) {
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
      className={rowClassName}
      classNames={{
        inner: classes.inner,
        ...(rowClassName === undefined ? {} : { body: classes.line, labelWrapper: classes.grow }),
      }}
      style={{ '--digit': `"${index + 1}"` }}
      size="xs"
      value={value}
      label={labels[value]}
      aria-keyshortcuts={String(index + 1)}
      data-autofocus={value === focused || undefined}
      onKeyDown={takeDigit}
    />
  ));
}
