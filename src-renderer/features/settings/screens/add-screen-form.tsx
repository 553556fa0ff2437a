import { Button, Group, Paper, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { type ScreenKind, screenKinds } from '../../../../src-shared/ledger/screen-entries.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useCommonText, useText } from '../../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../../lib/form-errors.ts';
import { useCommand, useQueryMethod } from '../../../lib/use-method.ts';
import { makeScreenToken } from './screen-token.ts';
import { screensText } from './text.ts';

export type AddedScreen = { readonly name: string; readonly kind: ScreenKind; readonly token: string };

type AddScreenFormProps = {
  readonly onAdded: (screen: AddedScreen) => void;
  readonly onCancel: () => void;
};

type Values = { readonly kind: ScreenKind; readonly name: string; readonly roomCode: string | null };

export function AddScreenForm({ onAdded, onCancel }: AddScreenFormProps) {
  const text = useText(screensText);
  const common = useCommonText();
  const settings = useQueryMethod('settings.get', {});
  const add = useCommand('screen.add');
  // One for the whole form: after a lost reply the same press is the same intent.
  const [making] = useState(makeScreenToken);
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: { kind: 'display', name: '', roomCode: null },
  });
  const { kind } = form.values;
  const rooms = settings.data?.rooms ?? [];

  const submit = async () => {
    const { name, roomCode } = form.getValues();
    const { token, tokenHash } = await making;
    const result = await add.run({ kind, name, tokenHash, roomCode: kind === 'door' ? roomCode : null });
    if (result.ok) return onAdded({ name, kind, token });
    showFieldErrors(form, result.error);
    focusFirstError();
  };

  return (
    <Paper p="md" mb="md" bg="var(--bk-raised)">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SimpleGrid cols={3} spacing="md">
          <Select
            label={text.kind}
            required
            allowDeselect={false}
            data={screenKinds.map((value) => ({ value, label: text.kinds[value] }))}
            {...form.getInputProps('kind')}
          />
          <TextInput
            label={text.name}
            placeholder={text.nameExample}
            required
            autoFocus
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          {kind === 'door' && (
            <Select
              label={text.room}
              required
              description={rooms.length === 0 ? text.noRooms : null}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={rooms.map(({ roomCode, roomName }) => ({ value: roomCode, label: roomName }))}
              {...form.getInputProps('roomCode')}
            />
          )}
        </SimpleGrid>
        <Stack gap="md" mt="md">
          <FormFailure failure={add.failure} />
          <Group justify="flex-end" gap="sm">
            <ActionButton label={common.cancel} keyName="Escape" run={onCancel} variant="default" />
            <Button type="submit" loading={add.isRunning}>
              {text.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
