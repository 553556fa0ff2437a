import { Text } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { applicationWorkContract } from '../../../src-shared/contract/application-work.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActionForm } from './action-form.tsx';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';
import { WordsField } from './words-field.tsx';

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
      <WordsField
        label={text.reopen.reason}
        isRequired
        minRows={3}
        value={action.draft.reason}
        onChange={(reason) => action.change({ reason })}
        message={action.messages.reason}
      />
      {file.reopenUntil !== null && (
        <Text size="xs" c="var(--bk-muted)">
          {text.reopen.until(formatDate(file.reopenUntil))}
        </Text>
      )}
    </ActionForm>
  );
}
