import { Button, type ButtonProps } from '@mantine/core';
import { type KeyLevel, type KeyName, useKeys } from '../lib/keys.ts';
import { ariaKey, KeyHint } from './key-hint.tsx';

type ActionButtonProps = Omit<ButtonProps, 'children' | 'disabled' | 'rightSection'> & {
  readonly label: string;
  readonly keyName: KeyName;
  readonly run: () => void;
  readonly isEnabled?: boolean;
  readonly level?: KeyLevel;
};

/** A button whose key acts while it is shown and stands beside its words. */
export function ActionButton({
  label,
  keyName,
  run,
  isEnabled = true,
  level = 'screen',
  ...rest
}: ActionButtonProps) {
  useKeys([{ key: keyName, label, run, isEnabled: isEnabled && rest.loading !== true }], level);
  return (
    <Button
      {...rest}
      disabled={!isEnabled}
      onClick={run}
      rightSection={<KeyHint keyName={keyName} />}
      aria-keyshortcuts={ariaKey(keyName)}
    >
      {label}
    </Button>
  );
}
