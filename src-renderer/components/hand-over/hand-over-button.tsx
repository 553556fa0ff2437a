import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { type KeyName, useKeys } from '../../lib/keys.ts';
import { ariaKey, KeyHint } from '../key-hint.tsx';
import { HandOverDialog, type HandOverSubject } from './hand-over-dialog.tsx';
import { handOverText } from './text.ts';

type HandOverButtonProps = Omit<ButtonProps, 'children' | 'rightSection'> & {
  readonly subject: HandOverSubject;
  readonly keyName: KeyName;
  /** Where there is little room beside the key. */
  readonly isShort?: boolean;
};

/** The way into a meeting for the current number, at one key. */
export function HandOverButton({ subject, keyName, isShort = false, ...rest }: HandOverButtonProps) {
  const text = useText(handOverText);
  const [isOpen, setOpen] = useState(false);
  const isEnabled = rest.disabled !== true;
  useKeys([{ key: keyName, label: text.open, run: () => setOpen(true), isEnabled }]);
  return (
    <>
      <Button
        {...rest}
        onClick={() => setOpen(true)}
        rightSection={<KeyHint keyName={keyName} />}
        aria-keyshortcuts={ariaKey(keyName)}
      >
        {isShort ? text.openShort : text.open}
      </Button>
      {isOpen && <HandOverDialog subject={subject} onClose={() => setOpen(false)} />}
    </>
  );
}
