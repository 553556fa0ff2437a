import { Group, NumberInput, Paper, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { ActionButton } from '../../components/action-button.tsx';
import { Form } from '../../components/form.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { SecretInput } from '../../components/secret-input.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { firstRunText } from './text.ts';

const blank = {
  branch: { code: '', name: '' },
  desk: { code: 'B1', name: 'Banko 1' },
  workstationNo: 1 as number | string,
  administrator: { username: '', displayName: '', password: '', pin: '' },
};

export function SetUpForm({ onBack }: { readonly onBack: () => void }) {
  const text = useText(firstRunText);
  const common = useCommonText();
  const setUp = useCommand('system.setUp');
  const form = useForm({ mode: 'controlled', initialValues: blank });

  const submit = async () => {
    const { workstationNo, ...values } = form.getValues();
    const result = await setUp.run({ ...values, workstationNo: Number(workstationNo) });
    if (result.ok) return;
    showFieldErrors(form, result.error);
    focusFirstError();
  };

  return (
    <Form onSubmit={submit}>
      <Paper p="lg" bg="var(--bk-surface)">
        <Stack gap="lg">
          <Part title={text.branch}>
            <TextInput
              label={text.branchName}
              placeholder={text.branchNameExample}
              required
              autoFocus
              {...form.getInputProps('branch.name')}
            />
            <TextInput
              label={text.branchCode}
              description={text.branchCodeHint}
              required
              inputMode="numeric"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('branch.code')}
            />
          </Part>
          <Part title={text.desk}>
            <Group grow align="flex-start">
              <TextInput label={text.deskName} required {...form.getInputProps('desk.name')} />
              <TextInput label={text.deskCode} required {...form.getInputProps('desk.code')} />
            </Group>
            <NumberInput
              label={text.workstationNo}
              description={text.workstationNoHint}
              required
              min={1}
              max={99}
              allowDecimal={false}
              clampBehavior="none"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('workstationNo')}
            />
          </Part>
          <Part title={text.administrator}>
            <TextInput
              label={text.displayName}
              required
              autoComplete="off"
              {...form.getInputProps('administrator.displayName')}
            />
            <TextInput
              label={text.username}
              description={text.usernameHint}
              required
              autoComplete="off"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('administrator.username')}
            />
            <SecretInput
              label={text.password}
              description={text.passwordHint}
              required
              autoComplete="new-password"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('administrator.password')}
            />
            <SecretInput
              label={text.pin}
              description={text.pinHint}
              required
              inputMode="numeric"
              autoComplete="off"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('administrator.pin')}
            />
          </Part>
          <FormFailure failure={setUp.failure} />
          <Group justify="space-between">
            <ActionButton label={common.back} keyName="Escape" run={onBack} variant="default" />
            <ActionButton
              label={text.create}
              keyName="mod+Enter"
              run={() => void submit()}
              loading={setUp.isRunning}
            />
          </Group>
        </Stack>
      </Paper>
    </Form>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        {children}
      </SimpleGrid>
    </section>
  );
}
