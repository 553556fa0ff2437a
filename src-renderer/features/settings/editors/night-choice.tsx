import { Radio } from '@mantine/core';
import { type NightPolicy, nightPolicies } from '../../../../src-shared/contract/branch-settings.ts';
import { useText } from '../../../i18n/use-text.ts';
import classes from './editors.module.css';
import { editorsText } from './text.ts';

type NightChoiceProps = {
  readonly value: NightPolicy;
  readonly onChange: (policy: NightPolicy) => void;
};

export function NightChoice({ value, onChange }: NightChoiceProps) {
  const text = useText(editorsText);
  return (
    <Radio.Group
      label={text.nightTitle}
      value={value}
      onChange={(chosen) => {
        const policy = nightPolicies.find((known) => known === chosen);
        if (policy !== undefined) onChange(policy);
      }}
    >
      <div className={classes.pair}>
        {nightPolicies.map((policy) => (
          <Radio
            key={policy}
            value={policy}
            label={text.nightNames[policy]}
            description={text.nightHints[policy]}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
