import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useText } from '../../../i18n/use-text.ts';
import { editorsText } from './text.ts';

/** Numbers of the settings, as Turkish writes them; arrows and paging keys are left to the screen. */
export function SettingsNumber(props: NumberInputProps) {
  return (
    <NumberInput
      hideControls
      decimalSeparator=","
      allowNegative={false}
      withKeyboardEvents={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
    />
  );
}

export function MinutesInput(props: NumberInputProps) {
  const text = useText(editorsText);
  return <SettingsNumber suffix={` ${text.minutesUnit}`} {...props} />;
}
