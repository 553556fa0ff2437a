import { Text } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { applicationWorkContract } from '../../../src-shared/contract/application-work.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActionForm } from './action-form.tsx';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';
import { WordsField } from './words-field.tsx';

const method = 'application.receiveSupply';

/** What was missing has come, or is not waited for any longer. */
export function SupplyAction({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const action = useAction({
    name: 'supply',
    method,
    schema: applicationWorkContract[method].input,
    applicationId: file.id,
    doneSentence: text.supply.done,
  });
  return (
    <ActionForm label={text.supply.send} action={action}>
      {file.awaiting !== null && (
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          <strong>{text.supply.awaited}:</strong> {file.awaiting.missing}
          <Text component="span" size="xs" c="var(--bk-muted)" display="block">
            {text.supply.since(formatDateTime(file.awaiting.since))}
            {file.awaiting.isClockStopped ? ` · ${text.supply.clockStopped}` : ''}
          </Text>
        </Text>
      )}
      <WordsField
        label={text.supply.note}
        description={text.supply.hint}
        value={action.draft.note}
        onChange={(note) => action.change({ note })}
        message={action.messages.note}
      />
    </ActionForm>
  );
}
