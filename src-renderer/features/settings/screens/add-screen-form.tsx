import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { type ScreenKind, screenKinds } from '../../../../src-shared/ledger/screen-entries.ts';
import { useText } from '../../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../../lib/form-errors.ts';
import { useCommand, useQueryMethod } from '../../../lib/use-method.ts';
import { AddForm } from '../add-form.tsx';
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
    <AddForm
      label={text.add}
      onAdd={submit}
      isAdding={add.isRunning}
      failure={add.failure}
      onCancel={onCancel}
    >
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
    </AddForm>
  );
}
