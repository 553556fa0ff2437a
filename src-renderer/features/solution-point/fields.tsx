import { Radio, Select, Textarea, TextInput } from '@mantine/core';
import type { CardField } from '../../../src-shared/contract/application-register.ts';
import { foldTurkish } from '../../../src-shared/text/fold.ts';
import { NumberedRadios } from '../../components/numbered-radios.tsx';
import { useText } from '../../i18n/use-text.ts';
import { typingList } from '../../lib/typing-list.ts';
import type { Draft } from './draft.ts';
import type { ChoiceKey, TextKey } from './field-paths.ts';
import classes from './form.module.css';
import { spanOf } from './span-of.ts';
import { solutionPointText } from './text.ts';
import { useCardField } from './use-card-field.ts';
import { useField } from './use-sheet.ts';

type TextFieldProps = {
  readonly field: TextKey;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** Columns of twelve. */
  readonly span: number;
};

/** Autofill is off everywhere: the browser must not offer the last consumer's data to the next one. */
export function TextField({ field, label, isRequired, span, ...rest }: TextFieldProps) {
  const { value, set, message, path } = useField(field);
  return (
    <TextInput
      {...rest}
      className={classes.cell}
      style={spanOf(span)}
      data-path={path}
      data-missing={isRequired === true && value.trim() === ''}
      size="xs"
      label={label}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      error={message}
      withAsterisk={isRequired ?? false}
      aria-required={isRequired ?? false}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

type CardTextFieldProps = Omit<TextFieldProps, 'field' | 'isRequired'> & { readonly field: CardField };

/** Of a known consumer the number stands there masked; typing replaces it. */
export function CardTextField({ field, span, ...rest }: CardTextFieldProps) {
  const { value, set, isOfCard, message, path } = useCardField(field);
  return (
    <TextInput
      {...rest}
      className={classes.cell}
      style={spanOf(span)}
      data-path={path}
      size="xs"
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      onFocus={(event) => isOfCard && event.currentTarget.select()}
      error={message}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

/** What is told in sentences; it grows with them. */
export function WordsField({
  field,
  label,
  description,
  maxRows,
}: {
  readonly field: 'description' | 'outcome';
  readonly label: string;
  readonly description?: string;
  readonly maxRows: number;
}) {
  const { value, set, message, path } = useField(field);
  return (
    <Textarea
      className={classes.cell}
      style={spanOf(12)}
      data-path={path}
      data-missing={value.trim() === ''}
      size="xs"
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      error={message}
      withAsterisk
      aria-required
      autosize
      minRows={2}
      maxRows={maxRows}
      maxLength={4000}
      autoComplete="off"
    />
  );
}

type ValueOf<K extends ChoiceKey> = Exclude<Draft[K], ''>;

type ChoiceFieldProps<K extends ChoiceKey> = {
  readonly field: K;
  readonly label: string;
  readonly values: readonly ValueOf<K>[];
  readonly labels: Readonly<Record<ValueOf<K>, string>>;
  /** Columns of twelve. */
  readonly span: number;
  /** Where the choice changes more than its own field. */
  readonly onChoose?: (value: ValueOf<K>) => void;
};

/** A list that narrows while typing; leaving the field takes what is highlighted. */
export function ChoiceField<K extends ChoiceKey>({
  field,
  label,
  labels,
  values,
  span,
  onChoose,
}: ChoiceFieldProps<K>) {
  const text = useText(solutionPointText);
  const { value, set, message, path } = useField(field);
  return (
    <Select
      className={classes.cell}
      style={spanOf(span)}
      data-path={path}
      data-missing={value === ''}
      size="xs"
      label={label}
      placeholder={text.form.choose}
      data={values.map((one) => ({ value: one, label: labels[one] }))}
      value={value === '' ? null : value}
      onChange={(next) => {
        const chosen = values.find((one) => one === next);
        if (chosen !== undefined) (onChoose ?? set)(chosen);
      }}
      error={message}
      searchable
      {...typingList}
      allowDeselect={false}
      withCheckIcon={false}
      filter={({ options, search }) =>
        options.filter(
          (option) => 'label' in option && foldTurkish(option.label).includes(foldTurkish(search)),
        )
      }
      withAsterisk
      aria-required
    />
  );
}

type RadioFieldProps<K extends ChoiceKey> = Omit<ChoiceFieldProps<K>, 'onChoose' | 'span'>;

/** Two or three choices side by side, none of them chosen beforehand. */
export function RadioField<K extends ChoiceKey>({ field, label, labels, values }: RadioFieldProps<K>) {
  const { value, set, message, path } = useField(field);
  return (
    <Radio.Group
      className={classes.cell}
      data-wrong={message !== undefined}
      data-path={path}
      data-missing={value === ''}
      size="xs"
      label={label}
      value={value}
      onChange={(next) => {
        const chosen = values.find((one) => one === next);
        if (chosen !== undefined) set(chosen);
      }}
      error={message}
      withAsterisk
    >
      <div className={classes.radios}>
        <NumberedRadios values={values} labels={labels} onChoose={set} />
      </div>
    </Radio.Group>
  );
}
