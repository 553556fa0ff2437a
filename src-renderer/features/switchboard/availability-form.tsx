import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import { availabilities } from '../../../src-shared/ledger/switchboard-entries.ts';
import { formatDate, localDay } from '../../../src-shared/text/format.ts';
import { notifyDone } from '../../components/notify.ts';
import { NumberedRadios } from '../../components/numbered-radios.tsx';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { parseTypedDay } from '../../lib/turkish-moment.ts';
import { useCommand } from '../../lib/use-method.ts';
import { DialogForm } from './dialog-form.tsx';
import { switchboardText } from './text.ts';

type AvailabilityFormProps = { readonly contact: Contact; readonly onDone: () => void };

/** Whether somebody can be put through to, and what the switchboard should know of it. */
export function AvailabilityForm({ contact, onDone }: AvailabilityFormProps) {
  const text = useText(switchboardText);
  const save = useCommand('switchboard.setAvailability');
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      availability: contact.availability,
      backOn: contact.backOn === null ? '' : formatDate(contact.backOn),
      note: contact.note,
    },
  });
  const { availability } = form.getValues();

  const submit = async () => {
    const { backOn, note } = form.getValues();
    const today = localDay(new Date().toISOString());
    // What is no day goes as it is, and the core says so at the field.
    const day = availability === 'out' && backOn !== '' ? (parseTypedDay(backOn, today) ?? backOn) : null;
    const result = await save.run({ contactId: contact.id, availability, backOn: day, note });
    if (!result.ok) {
      showFieldErrors(form, result.error);
      return focusFirstError();
    }
    notifyDone(text.availabilitySaved(contact.name));
    onDone();
  };

  return (
    <DialogForm
      title={text.availabilityTitle}
      size="md"
      onClose={onDone}
      onSave={submit}
      isSaving={save.isRunning}
      failure={save.failure}
    >
      <Text fw={600}>{contact.name}</Text>
      <Radio.Group
        value={availability}
        onChange={(value) => {
          const chosen = availabilities.find((known) => known === value);
          if (chosen !== undefined) form.setFieldValue('availability', chosen);
        }}
        aria-label={text.changeAvailability}
      >
        <Stack gap="xs">
          <NumberedRadios
            values={availabilities}
            labels={text.availability}
            onChoose={(value) => form.setFieldValue('availability', value)}
          />
        </Stack>
      </Radio.Group>
      {availability === 'out' && (
        <TextInput
          label={text.backOn}
          placeholder={text.dayHint}
          w="12rem"
          autoComplete="off"
          {...form.getInputProps('backOn')}
        />
      )}
      <TextInput
        label={text.transferNote}
        description={text.transferNoteHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('note')}
      />
    </DialogForm>
  );
}
