import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { Note } from '../../components/note.tsx';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { SecretInput } from '../../components/secret-input.tsx';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { sealText } from './seal-text.ts';
import { SettingsForm } from './settings-form.tsx';

const belowInput = ['label', 'input', 'description', 'error'] as const;

type TimestampFormProps = { readonly server: OutputOf<'seal.get'>['timestampServer'] };

/** The saved password is never shown again. */
export function TimestampForm({ server }: TimestampFormProps) {
  const text = useText(sealText);
  const configure = useCommand('seal.setTimestampServer');
  const test = useCommand('seal.test');
  const [given, setGiven] = useState<OutputOf<'seal.test'> | null>(null);
  const form = useForm({
    mode: 'controlled',
    initialValues: { server: { url: server?.url ?? '', user: server?.user ?? '', password: '' } },
  });

  const save = async () => {
    setGiven(null);
    const { url, user, password } = form.getValues().server;
    const result = await configure.run({
      server: { url, user: orNull(user), password: orNull(password) },
    });
    if (result.ok) {
      form.setFieldValue('server.password', '');
      return notifyDone(text.saved);
    }
    showFieldErrors(form, result.error);
    focusFirstError();
  };
  const tryServer = async () => {
    setGiven(null);
    const result = await test.run({});
    if (result.ok) setGiven(result.value);
  };
  const forget = async () => {
    const result = await configure.run({ server: null });
    if (result.ok) notifyDone(text.forgotten);
    else notifyFailure(result.error);
  };

  return (
    <SettingsForm
      onSave={save}
      isSaving={configure.isRunning}
      failure={configure.failure ?? test.failure}
      outcome={
        given !== null && <Note tone="success">{text.works(given.authority, formatDateTime(given.at))}</Note>
      }
      actions={
        server !== null && (
          <>
            <Button variant="default" loading={test.isRunning} onClick={() => void tryServer()}>
              {text.test}
            </Button>
            <Button variant="subtle" color="red" onClick={() => void forget()}>
              {text.forget}
            </Button>
          </>
        )
      }
    >
      <TextInput
        label={text.url}
        placeholder={text.urlExample}
        required
        inputMode="url"
        spellCheck={false}
        {...form.getInputProps('server.url')}
      />
      <SimpleGrid cols={2} spacing="md">
        <TextInput
          label={text.user}
          description={text.userHint}
          inputWrapperOrder={[...belowInput]}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('server.user')}
        />
        <SecretInput
          label={text.serverPassword}
          description={server?.hasPassword === true ? text.serverPasswordKept : text.serverPasswordHint}
          inputWrapperOrder={[...belowInput]}
          autoComplete="off"
          {...form.getInputProps('server.password')}
        />
      </SimpleGrid>
    </SettingsForm>
  );
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
