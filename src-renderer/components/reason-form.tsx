import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommonText } from '../i18n/use-text.ts';
import { fieldErrors } from '../lib/form-errors.ts';
import type { ScreenFailure } from '../lib/screen-result.ts';

type ReasonFormProps = {
  readonly label: string;
  readonly action: string;
  readonly isRunning: boolean;
  readonly failure: ScreenFailure | null;
  readonly onGive: (reason: string) => void;
  readonly onCancel: () => void;
};

/** For what somebody has to answer for later: a line of why, and the act beside it. */
export function ReasonForm({ label, action, isRunning, failure, onGive, onCancel }: ReasonFormProps) {
  const common = useCommonText();
  const [reason, setReason] = useState('');
  const refused = failure === null ? undefined : (fieldErrors(failure).reason ?? failure.message);

  function give(event: FormEvent): void {
    event.preventDefault();
    onGive(reason);
  }

  return (
    <form noValidate onSubmit={give} aria-label={label}>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          miw="14rem"
          aria-label={label}
          placeholder={label}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={refused}
          data-autofocus
          autoFocus
        />
        <Button size="xs" type="submit" loading={isRunning}>
          {action}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {common.cancel}
        </Button>
      </Group>
    </form>
  );
}
