import { Autocomplete, Button, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import { contactKinds } from '../../../src-shared/ledger/switchboard-entries.ts';
import { formatPhone } from '../../../src-shared/text/phone.ts';
import { notifyDone, notifyFailure, showUndo } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { typingList } from '../../lib/typing-list.ts';
import { useCommand } from '../../lib/use-method.ts';
import { DialogForm } from './dialog-form.tsx';
import { switchboardText } from './text.ts';

type ContactFormProps = {
  /** Null for a new one. */
  readonly contact: Contact | null;
  readonly contacts: readonly Contact[];
  readonly onDone: (contactId: string | null) => void;
};

/** A card of the directory, for an administrator. */
export function ContactForm({ contact, contacts, onDone }: ContactFormProps) {
  const text = useText(switchboardText);
  const save = useCommand('switchboard.saveContact');
  const remove = useCommand('switchboard.removeContact');
  const form = useForm({ mode: 'controlled', initialValues: { contact: valuesOf(contact) } });
  const values = form.getValues().contact;
  const departments = [
    ...new Set(contacts.flatMap(({ kind, name }) => (kind === 'department' ? [name] : []))),
  ];

  const submit = async () => {
    const result = await save.run({ contactId: contact?.id ?? null, contact: values });
    if (!result.ok) {
      showFieldErrors(form, result.error);
      return focusFirstError();
    }
    notifyDone(text.saved(values.name));
    onDone(result.value.contactId);
  };

  const takeOut = async (known: Contact) => {
    const result = await remove.run({ contactId: known.id });
    if (!result.ok) return notifyFailure(result.error);
    showUndo({
      message: text.removed(known.name),
      onUndo: () => void save.run({ contactId: null, contact: valuesOf(known) }),
    });
    onDone(null);
  };

  return (
    <DialogForm
      title={contact === null ? text.addTitle : text.editTitle(contact.name)}
      size="lg"
      onClose={() => onDone(contact?.id ?? null)}
      onSave={submit}
      isSaving={save.isRunning}
      failure={save.failure}
      aside={
        contact !== null && (
          <Button
            variant="subtle"
            color="red"
            mr="auto"
            loading={remove.isRunning}
            onClick={() => void takeOut(contact)}
          >
            {text.remove}
          </Button>
        )
      }
    >
      <SegmentedControl
        aria-label={text.kind}
        value={values.kind}
        onChange={(value) => {
          const kind = contactKinds.find((known) => known === value);
          if (kind !== undefined) form.setFieldValue('contact.kind', kind);
        }}
        data={[
          { value: 'person', label: text.person },
          { value: 'department', label: text.department },
        ]}
      />
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <TextInput
          label={text.name}
          required
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('contact.name')}
        />
        {values.kind === 'person' && (
          <>
            <Autocomplete
              label={text.unit}
              required
              openOnFocus={false}
              data={departments}
              autoComplete="off"
              {...form.getInputProps('contact.department')}
            />
            <TextInput label={text.jobTitle} autoComplete="off" {...form.getInputProps('contact.title')} />
          </>
        )}
        <TextInput
          label={text.extension}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('contact.extension')}
        />
        <TextInput
          label={text.directPhone}
          inputMode="tel"
          autoComplete="off"
          {...form.getInputProps('contact.directPhone')}
        />
        <TextInput label={text.sip} autoComplete="off" {...form.getInputProps('contact.sip')} />
        <Select
          {...typingList}
          label={text.backupOf}
          placeholder={text.backupNone}
          searchable
          clearable
          limit={50}
          data={contacts
            .filter(({ id }) => id !== contact?.id)
            .map(({ id, name, extension }) => ({
              value: id,
              label: extension === null ? name : `${name} (${extension})`,
            }))}
          {...form.getInputProps('contact.backupId')}
        />
      </SimpleGrid>
    </DialogForm>
  );
}

function valuesOf(contact: Contact | null) {
  return {
    kind: contact?.kind ?? ('person' as const),
    name: contact?.name ?? '',
    department: contact?.department ?? '',
    title: contact?.title ?? '',
    extension: contact?.extension ?? '',
    directPhone: formatPhone(contact?.directPhone ?? ''),
    sip: contact?.sip ?? '',
    backupId: contact?.backupId ?? null,
  };
}
