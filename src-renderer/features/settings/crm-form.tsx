import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { FormFailure } from '../../components/form-failure.tsx';
import { Note } from '../../components/note.tsx';
import { notifyDone } from '../../components/notify.ts';
import { SecretInput } from '../../components/secret-input.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { settingsText } from './text.ts';

type CrmFormProps = { readonly url: string | null; readonly hasKey: boolean };

/** The saved key is never shown again, not even to the administrator. */
export function CrmForm({ url, hasKey }: CrmFormProps) {
  const text = useText(settingsText);
  const common = useCommonText();
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
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={text.crmUrl}
          placeholder={text.crmUrlExample}
          required
          maw={480}
          inputMode="url"
          spellCheck={false}
          {...form.getInputProps('url')}
        />
        <SecretInput
          label={text.crmKey}
          description={hasKey ? text.crmKeyKept : text.crmKeyHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          maw={480}
          autoComplete="off"
          {...form.getInputProps('apiKey')}
        />
        <FormFailure failure={configure.failure ?? test.failure} />
        {hasWorked && test.failure === null && <Note tone="success">{text.crmWorks}</Note>}
        <Group gap="sm">
          <Button type="submit" loading={configure.isRunning}>
            {common.save}
          </Button>
          {url !== null && (
            <Button
              variant="default"
              loading={test.isRunning}
              onClick={async () => setWorked((await test.run({})).ok)}
            >
              {text.crmTest}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
