import { Group, Radio, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Dialling, diallingSchemes } from '../../../src-shared/rules/dial-link.ts';
import { notifyDone } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { SettingsForm } from './settings-form.tsx';
import { switchboardSettingsText } from './switchboard-text.ts';

const belowInput = ['label', 'input', 'description', 'error'] as const;

export function DiallingForm({ dialling }: { readonly dialling: Dialling }) {
  const text = useText(switchboardSettingsText);
  const saveDialling = useCommand('switchboard.saveDialling');
  const form = useForm({ mode: 'controlled', initialValues: { ...dialling } });

  const save = async () => {
    const result = await saveDialling.run(form.getValues());
    if (result.ok) return notifyDone(text.saved);
    showFieldErrors(form, result.error);
    focusFirstError();
  };

  return (
    <SettingsForm onSave={save} isSaving={saveDialling.isRunning} failure={saveDialling.failure}>
      <Radio.Group label={text.scheme} {...form.getInputProps('scheme')}>
        <Group mt="xs">
          {diallingSchemes.map((scheme) => (
            <Radio key={scheme} value={scheme} label={text.schemes[scheme]} />
          ))}
        </Group>
      </Radio.Group>
      <SimpleGrid cols={2} spacing="md">
        <TextInput
          label={text.prefix}
          description={text.prefixHint}
          inputWrapperOrder={[...belowInput]}
          inputMode="tel"
          {...form.getInputProps('extensionPrefix')}
        />
        <TextInput
          label={text.domain}
          description={text.domainHint}
          inputWrapperOrder={[...belowInput]}
          spellCheck={false}
          {...form.getInputProps('sipDomain')}
        />
      </SimpleGrid>
    </SettingsForm>
  );
}
