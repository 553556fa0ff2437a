import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { ActionButton } from '../action-button.tsx';
import { FormFailure } from '../form-failure.tsx';
import { notifyDone } from '../notify.ts';
import classes from './attachments.module.css';
import { attachmentsText } from './text.ts';

type WithdrawProps = { readonly attachmentId: string; readonly onEnd: () => void };

/** Asked in place with its reason, since the bytes do not come back. */
export function Withdraw({ attachmentId, onEnd }: WithdrawProps) {
  const text = useText(attachmentsText);
  const common = useCommonText();
  const [reason, setReason] = useState('');
  const { run, isRunning, failure } = useCommand('attachment.withdraw');
  const messages = failure === null ? {} : fieldErrors(failure);

  async function withdraw(): Promise<void> {
    const result = await run({ attachmentId, reason });
    if (!result.ok) return;
    notifyDone(text.removed);
    onEnd();
  }

  return (
    <form
      className={classes.withdraw}
      aria-label={text.removeHeading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void withdraw();
      }}
    >
      <Text size="sm" fw={550} c="var(--bk-warning)">
        {text.removeHint}
      </Text>
      <TextInput
        size="xs"
        data-autofocus
        autoFocus
        withAsterisk
        label={text.removeReason}
        maxLength={300}
        value={reason}
        error={messages.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormFailure failure={failure?.code === 'invalid_input' ? null : failure} />
      <Group justify="flex-end" gap="xs">
        <ActionButton size="xs" variant="default" label={common.cancel} keyName="Escape" run={onEnd} />
        <ActionButton
          size="xs"
          label={text.removeDo}
          keyName="mod+Enter"
          loading={isRunning}
          run={() => void withdraw()}
        />
      </Group>
    </form>
  );
}
