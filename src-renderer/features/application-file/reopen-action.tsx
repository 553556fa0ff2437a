import { Text, Textarea } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { applicationWorkContract } from '../../../src-shared/contract/application-work.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActionForm } from './action-form.tsx';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';

const method = 'application.reopen';

/** The consumer comes back with the same matter; how long that is possible stands beside it. */
export function ReopenAction({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const action = useAction({
    name: 'reopen',
    method,
    schema: applicationWorkContract[method].input,
    applicationId: file.id,
    doneSentence: text.reopen.done,
  });
  return (
    <ActionForm label={text.reopen.send} action={action}>
      <Textarea
        data-missing={action.draft.reason.trim() === ''}
        label={text.reopen.reason}
        value={action.draft.reason}
        onChange={(event) => action.change({ reason: event.currentTarget.value })}
        error={action.messages.reason}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2000}
        withAsterisk
        aria-required
      />
      {file.reopenUntil !== null && (
        <Text size="xs" c="var(--bk-muted)">
          {text.reopen.until(formatDate(file.reopenUntil))}
        </Text>
      )}
    </ActionForm>
  );
}
