import { Group, Stack } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { ActionButton } from '../../components/action-button.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { useKeys } from '../../lib/keys.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';

type ActionFormProps = {
  readonly label: string;
  readonly action: {
    readonly form: RefObject<HTMLFormElement | null>;
    readonly send: () => void;
    readonly isRunning: boolean;
    readonly failure: ScreenFailure | null;
  };
  readonly children: ReactNode;
};

/** The frame that the three actions share: fields, the refusal as a whole, one key to send. */
export function ActionForm({ label, action, children }: ActionFormProps) {
  useKeys([{ key: 'mod+Enter', label, run: action.send, isEnabled: !action.isRunning }]);
  return (
    <form ref={action.form} aria-label={label} noValidate onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        {children}
        <FormFailure failure={action.failure} />
        <Group justify="flex-end">
          <ActionButton label={label} keyName="F9" run={action.send} loading={action.isRunning} />
        </Group>
      </Stack>
    </form>
  );
}
