import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Role, roles } from '../../../src-shared/ledger/other-entries.ts';
import { notifyDone } from '../../components/notify.ts';
import { SecretInput } from '../../components/secret-input.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { AddForm } from './add-form.tsx';
import { settingsText } from './text.ts';

const belowInput = ['label', 'input', 'description', 'error'] as const;

export function AddUserForm({ onDone }: { readonly onDone: () => void }) {
  const text = useText(settingsText);
  const labels = useLabels();
  const add = useCommand('user.add');
  const form = useForm<{ displayName: string; username: string; role: Role; password: string; pin: string }>({
    mode: 'controlled',
    initialValues: { displayName: '', username: '', role: 'clerk', password: '', pin: '' },
  });

  const submit = async () => {
    const values = form.getValues();
    const result = await add.run(values);
    if (!result.ok) {
      showFieldErrors(form, result.error);
      return focusFirstError();
    }
    notifyDone(text.userAdded(values.displayName));
    onDone();
  };

  return (
    <AddForm
      label={text.addUser}
      onAdd={submit}
      isAdding={add.isRunning}
      failure={add.failure}
      onCancel={onDone}
    >
      <TextInput
        label={text.displayName}
        required
        autoFocus
        autoComplete="off"
        {...form.getInputProps('displayName')}
      />
      <TextInput
        label={text.username}
        description={text.usernameHint}
        inputWrapperOrder={[...belowInput]}
        required
        autoComplete="off"
        {...form.getInputProps('username')}
      />
      <Select
        label={text.role}
        required
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: labels.role[value] }))}
        {...form.getInputProps('role')}
      />
      <SecretInput
        label={text.password}
        description={text.passwordHint}
        inputWrapperOrder={[...belowInput]}
        required
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <SecretInput
        label={text.pin}
        description={text.pinHint}
        inputWrapperOrder={[...belowInput]}
        required
        inputMode="numeric"
        autoComplete="off"
        {...form.getInputProps('pin')}
      />
    </AddForm>
  );
}
