import { Checkbox } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { applicationWorkContract } from '../../../src-shared/contract/application-work.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActionForm } from './action-form.tsx';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';
import { WordsField } from './words-field.tsx';

const method = 'application.awaitApplicant';

/** Something is missing that only the applicant can bring; the clock goes on unless the rule says otherwise. */
export function AwaitAction({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const action = useAction({
    name: 'await',
    method,
    schema: applicationWorkContract[method].input,
    applicationId: file.id,
    doneSentence: text.await.done,
  });
  const [pause] = file.pauses;
  return (
    <ActionForm label={text.await.send} action={action}>
      <WordsField
        label={text.await.missing}
        description={text.await.hint}
        isRequired
        minRows={3}
        value={action.draft.missing}
        onChange={(missing) => action.change({ missing })}
        message={action.messages.missing}
      />
      {pause !== undefined && (
        <Checkbox
          label={text.await.stopClock}
          checked={action.draft.pause !== null}
          onChange={(event) => action.change({ pause: event.currentTarget.checked ? pause : null })}
          error={action.messages.pause}
        />
      )}
    </ActionForm>
  );
}
