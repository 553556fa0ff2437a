import { Button, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { publicCloud } from '../../../src-shared/contract/teams.ts';
import { Note } from '../../components/note.tsx';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { SecretInput } from '../../components/secret-input.tsx';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { SettingsForm } from './settings-form.tsx';
import { teamsText } from './teams-text.ts';

const belowInput = ['label', 'input', 'description', 'error'] as const;

type TeamsFormProps = { readonly account: OutputOf<'teams.get'>['account'] };

/** The saved secret is never shown again, not even to the administrator. */
export function TeamsForm({ account }: TeamsFormProps) {
  const text = useText(teamsText);
  const configure = useCommand('teams.configure');
  const test = useCommand('teams.test');
  const forget = useCommand('teams.forget');
  const [hasWorked, setWorked] = useState(false);
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      ...(account ?? { tenantId: '', clientId: '', organizerId: '', ...publicCloud }),
      clientSecret: '',
    },
  });

  const save = async () => {
    setWorked(false);
    const result = await configure.run(form.getValues());
    if (result.ok) {
      form.setFieldValue('clientSecret', '');
      return notifyDone(text.saved);
    }
    showFieldErrors(form, result.error);
    focusFirstError();
  };
  const takeAway = async () => {
    const result = await forget.run({});
    if (result.ok) notifyDone(text.forgotten);
    else notifyFailure(result.error);
  };

  return (
    <SettingsForm
      onSave={save}
      isSaving={configure.isRunning}
      failure={configure.failure ?? test.failure}
      outcome={hasWorked && test.failure === null && <Note tone="success">{text.works}</Note>}
      actions={
        account !== null && (
          <>
            <Button
              variant="default"
              loading={test.isRunning}
              onClick={async () => setWorked((await test.run({})).ok)}
            >
              {text.test}
            </Button>
            <Button variant="subtle" color="red" loading={forget.isRunning} onClick={() => void takeAway()}>
              {text.forget}
            </Button>
          </>
        )
      }
    >
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <TextInput
          label={text.tenant}
          placeholder={text.tenantExample}
          required
          spellCheck={false}
          {...form.getInputProps('tenantId')}
        />
        <TextInput label={text.client} required spellCheck={false} {...form.getInputProps('clientId')} />
        <SecretInput
          label={text.secret}
          description={account === null ? text.secretHint : text.secretKept}
          inputWrapperOrder={[...belowInput]}
          required
          autoComplete="off"
          {...form.getInputProps('clientSecret')}
        />
        <TextInput
          label={text.organizer}
          description={text.organizerHint}
          inputWrapperOrder={[...belowInput]}
          required
          spellCheck={false}
          {...form.getInputProps('organizerId')}
        />
        <TextInput
          label={text.login}
          description={text.addresses}
          inputWrapperOrder={[...belowInput]}
          required
          inputMode="url"
          spellCheck={false}
          {...form.getInputProps('loginUrl')}
        />
        <TextInput
          label={text.graph}
          required
          inputMode="url"
          spellCheck={false}
          {...form.getInputProps('graphUrl')}
        />
      </SimpleGrid>
      <Text size="sm" c="var(--bk-muted)">
        {text.rights}
      </Text>
    </SettingsForm>
  );
}
