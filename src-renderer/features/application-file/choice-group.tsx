import { Radio } from '@mantine/core';
import { NumberedRadios } from '../../components/numbered-radios.tsx';
import classes from './file.module.css';

type ChoiceGroupProps<V extends string> = {
  readonly label: string;
  readonly description?: string;
  readonly values: readonly V[];
  readonly labels: Readonly<Record<V, string>>;
  readonly value: V | '';
  readonly onChange: (value: V) => void;
  readonly message: string | undefined;
};

/** A few choices, all in sight, none chosen beforehand. */
export function ChoiceGroup<V extends string>({
  label,
  description,
  values,
  labels,
  value,
  onChange,
  message,
}: ChoiceGroupProps<V>) {
  return (
    <Radio.Group
      data-wrong={message !== undefined}
      data-missing={value === ''}
      size="sm"
      label={label}
      description={description ?? null}
      value={value}
      onChange={(next) => {
        const chosen = values.find((one) => one === next);
        if (chosen !== undefined) onChange(chosen);
      }}
      error={message}
      withAsterisk
    >
      <div className={classes.choices}>
        <NumberedRadios values={values} labels={labels} onChoose={onChange} />
      </div>
    </Radio.Group>
  );
}
