import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import { availabilities } from '../../../src-shared/ledger/switchboard-entries.ts';
import { formatDate, localDay } from '../../../src-shared/text/format.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { notifyDone } from '../../components/notify.ts';
import { NumberedRadios } from '../../components/numbered-radios.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useKeys } from '../../lib/keys.ts';
import { parseTypedDay } from '../../lib/turkish-moment.ts';
import { useCommand } from '../../lib/use-method.ts';
import { switchboardText } from './text.ts';

type AvailabilityFormProps = { readonly contact: Contact; readonly onDone: () => void };

/** Whether somebody can be put through to, and what the switchboard should know of it. */
export function AvailabilityForm({ contact, onDone }: AvailabilityFormProps) {
  const text = useText(switchboardText);
  const common = useCommonText();
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
  useKeys([{ key: 'mod+Enter', label: common.save, run: () => void submit() }], 'dialog');

  return (
    <Modal
      opened
      onClose={onDone}
      title={text.availabilityTitle}
      size="md"
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
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
          <FormFailure failure={save.failure} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onDone}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={save.isRunning}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
