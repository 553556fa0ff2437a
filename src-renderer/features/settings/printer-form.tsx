import { Button, Group, NumberInput, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PrinterSettings } from '../../../src-shared/contract/print.ts';
import { notifyDone } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { SettingsForm } from './settings-form.tsx';
import { settingsText } from './text.ts';

type PrinterFormProps = { readonly saved: PrinterSettings | null; readonly canChange: boolean };

const codePages: readonly PrinterSettings['codePage'][] = ['PC857', 'WPC1254'];

export function PrinterForm({ saved, canChange }: PrinterFormProps) {
  const text = useText(settingsText);
  const configure = useCommand('printer.configure');
  const test = useCommand('printer.test');
  const form = useForm<{
    kind: string;
    printer: { host: string; port: number | string; codePage: PrinterSettings['codePage'] };
  }>({
    mode: 'controlled',
    initialValues: {
      kind: saved?.kind ?? 'none',
      printer: {
        host: saved?.host ?? '',
        port: saved?.port ?? 9100,
        codePage: saved?.codePage ?? 'PC857',
      },
    },
  });
  const isNetwork = form.values.kind === 'network';

  const save = async () => {
    const { printer } = form.getValues();
    const result = await configure.run({
      printer: isNetwork ? { kind: 'network', ...printer, port: Number(printer.port) } : null,
    });
    if (result.ok) return notifyDone(text.printerSaved);
    showFieldErrors(form, result.error);
    focusFirstError();
  };

  return (
    <SettingsForm
      onSave={save}
      isSaving={configure.isRunning}
      canChange={canChange}
      failure={configure.failure ?? test.failure}
      actions={
        <>
          {saved !== null && (
            <Button
              variant="default"
              loading={test.isRunning}
              disabled={form.isDirty()}
              onClick={async () => {
                const result = await test.run({});
                if (result.ok) notifyDone(text.testPageSent);
              }}
            >
              {text.testPage}
            </Button>
          )}
          {saved !== null && form.isDirty() && (
            <Text size="xs" c="var(--bk-muted)">
              {text.testNeedsSave}
            </Text>
          )}
        </>
      }
    >
      <Radio.Group label={text.printerKind} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt={6}>
          <Radio value="none" label={text.printerNone} description={text.printerNoneHint} />
          <Radio value="network" label={text.printerNetwork} />
        </Stack>
      </Radio.Group>
      {isNetwork && (
        <Group align="flex-start" gap="md">
          <TextInput
            label={text.printerHost}
            placeholder={text.printerHostExample}
            required
            w={240}
            spellCheck={false}
            {...form.getInputProps('printer.host')}
          />
          <NumberInput
            label={text.printerPort}
            required
            w={110}
            hideControls
            allowDecimal={false}
            {...form.getInputProps('printer.port')}
          />
          <Select
            label={text.codePage}
            description={text.codePageHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            w={260}
            allowDeselect={false}
            data={codePages}
            {...form.getInputProps('printer.codePage')}
          />
        </Group>
      )}
    </SettingsForm>
  );
}
