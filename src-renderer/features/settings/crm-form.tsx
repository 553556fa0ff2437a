import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Note } from '../../components/note.tsx';
import { notifyDone } from '../../components/notify.ts';
import { SecretInput } from '../../components/secret-input.tsx';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { SettingsForm } from './settings-form.tsx';
import { settingsText } from './text.ts';

type CrmFormProps = { readonly url: string | null; readonly hasKey: boolean };

/** The saved key is never shown again, not even to the administrator. */
export function CrmForm({ url, hasKey }: CrmFormProps) {
  const text = useText(settingsText);
  const configure = useCommand('crm.configure');
  const test = useCommand('crm.test');
  const [hasWorked, setWorked] = useState(false);
  const form = useForm({ mode: 'controlled', initialValues: { url: url ?? '', apiKey: '' } });

  const save = async () => {
    setWorked(false);
    const result = await configure.run(form.getValues());
    if (result.ok) {
      form.setFieldValue('apiKey', '');
      return notifyDone(text.crmSaved);
    }
    showFieldErrors(form, result.error);
    focusFirstError();
  };

  return (
    <SettingsForm
      onSave={save}
      isSaving={configure.isRunning}
      failure={configure.failure ?? test.failure}
      outcome={hasWorked && test.failure === null && <Note tone="success">{text.crmWorks}</Note>}
      actions={
        url !== null && (
          <Button
            variant="default"
            loading={test.isRunning}
            onClick={async () => setWorked((await test.run({})).ok)}
          >
            {text.crmTest}
          </Button>
        )
      }
    >
      <TextInput
        label={text.crmUrl}
        placeholder={text.crmUrlExample}
        required
        inputMode="url"
        spellCheck={false}
        {...form.getInputProps('url')}
      />
      <SecretInput
        label={text.crmKey}
        description={hasKey ? text.crmKeyKept : text.crmKeyHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        autoComplete="off"
        {...form.getInputProps('apiKey')}
      />
    </SettingsForm>
  );
}
