import { Button, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SystemState } from '../../../src-shared/contract/system.ts';
import { Form } from '../../components/form.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { FrontPage } from '../../components/front-page.tsx';
import { SecretInput } from '../../components/secret-input.tsx';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { SampleUsers } from './sample-users.tsx';
import { sessionText } from './text.ts';

export function SignInScreen({ system }: { readonly system: SystemState }) {
  const text = useText(sessionText);
  const signIn = useCommand('session.signIn');
  const form = useForm({
    mode: 'controlled',
    initialValues: { username: '', password: '', deskCode: system.desk?.deskCode ?? '' },
  });

  const submit = async () => {
    const { username, password, deskCode } = form.getValues();
    const result = await signIn.run({
      username: username.trim(),
      password,
      ...(deskCode === '' ? {} : { deskCode }),
    });
    if (result.ok) return;
    showFieldErrors(form, result.error);
    if (result.error.code === 'wrong_credentials') form.setFieldValue('password', '');
    focusFirstError();
  };

  return (
    <FrontPage
      title={system.branch?.name ?? text.signIn}
      lead={system.isSample ? text.sampleHint : undefined}
      width={system.isSample ? 31 : 26}
    >
      <Paper p="lg" bg="var(--bk-surface)">
        <Form onSubmit={submit}>
          <Stack gap="sm">
            <TextInput
              size="md"
              label={text.username}
              autoFocus
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              {...form.getInputProps('username')}
            />
            <SecretInput
              size="md"
              label={text.password}
              autoComplete="current-password"
              {...form.getInputProps('password')}
            />
            {system.desks.length > 1 && (
              <Select
                size="md"
                label={text.desk}
                allowDeselect={false}
                data={system.desks.map(({ deskCode, deskName }) => ({
                  value: deskCode,
                  label: deskCode === system.desk?.deskCode ? `${deskName} · ${text.deskOwn}` : deskName,
                }))}
                {...form.getInputProps('deskCode')}
              />
            )}
            <FormFailure failure={signIn.failure} />
            <Button type="submit" size="md" loading={signIn.isRunning} mt={4}>
              {text.signInButton}
            </Button>
          </Stack>
        </Form>
      </Paper>
      {system.isSample && (
        <SampleUsers
          isRunning={signIn.isRunning}
          onChoose={({ username, password }) => {
            form.setValues({ username, password });
            void submit();
          }}
        />
      )}
      <Text size="xs" c="var(--bk-muted)" mt="sm">
        {text.version(system.version)}
      </Text>
    </FrontPage>
  );
}
