import { Button, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { User } from '../../../src-shared/contract/session.ts';
import { Form } from '../../components/form.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { SecretInput } from '../../components/secret-input.tsx';
import { useText } from '../../i18n/use-text.ts';
import { forgetEverything } from '../../lib/forget.ts';
import { useKeys } from '../../lib/keys.ts';
import { useCommand } from '../../lib/use-method.ts';
import classes from './lock-screen.module.css';
import { sessionText } from './text.ts';

type LockScreenProps = {
  readonly user: User;
  /** To the consumer at this screen, who has not been asked for a PIN. */
  readonly onBack?: () => void;
};

/** Covers everything. A modal `<dialog>` makes the rest of the page inert, notifications and menus included. */
export function LockScreen({ user, onBack }: LockScreenProps) {
  const text = useText(sessionText);
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const unlock = useCommand('session.unlock');
  const signOut = useCommand('session.signOut');
  useKeys([], 'lock');
  // In the layout phase the work behind is hidden but has not lost the focus yet.
  useLayoutEffect(() => {
    const element = dialog.current;
    const { activeElement } = document;
    element?.showModal();
    return () => {
      element?.close();
      if (activeElement instanceof HTMLElement) requestAnimationFrame(() => activeElement.focus());
    };
  }, []);

  const submit = async () => {
    const result = await unlock.run({ pin });
    if (result.ok) return;
    setPin('');
    input.current?.focus();
  };
  const leave = async () => {
    const result = await signOut.run({});
    if (result.ok) forgetEverything();
  };
  const pinError = unlock.failure?.fields?.[0]?.message;

  return (
    <dialog
      ref={dialog}
      className={classes.lock}
      aria-labelledby={titleId}
      // Escape must not open the lock.
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
    >
      <Stack className={classes.column} gap="sm">
        <IconLock size={40} stroke={1.4} color="var(--bk-accent)" aria-hidden />
        <Title order={1} id={titleId}>
          {text.locked}
        </Title>
        <Text>
          <Text span fw={650}>
            {user.displayName}
          </Text>
          <Text span display="block" c="var(--bk-muted)">
            {text.lockedHint}
          </Text>
        </Text>
        <Form onSubmit={submit}>
          <Stack gap="sm">
            <SecretInput
              ref={input}
              size="lg"
              label={text.pin}
              inputMode="numeric"
              autoComplete="off"
              maxLength={8}
              data-autofocus
              autoFocus
              value={pin}
              error={pinError}
              onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
            />
            {pinError === undefined && <FormFailure failure={unlock.failure ?? signOut.failure} />}
            <Button type="submit" size="md" loading={unlock.isRunning}>
              {text.unlock}
            </Button>
          </Stack>
        </Form>
        {onBack !== undefined && (
          <Button variant="default" onClick={onBack}>
            {text.backToConsumer}
          </Button>
        )}
        <Button variant="default" mt="lg" loading={signOut.isRunning} onClick={() => void leave()}>
          {text.otherUser}
        </Button>
        <Text size="xs" c="var(--bk-muted)">
          {text.otherUserHint}
        </Text>
      </Stack>
    </dialog>
  );
}
