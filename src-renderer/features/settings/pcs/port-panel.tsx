import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Form } from '../../../components/form.tsx';
import { FormFailure } from '../../../components/form-failure.tsx';
import { notifyDone } from '../../../components/notify.ts';
import { Panel } from '../../../components/panel.tsx';
import { useCommonText, useText } from '../../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../../lib/form-errors.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { pcsText } from './text.ts';

type PortPanelProps = { readonly port: number; readonly isHub: boolean };

export function PortPanel({ port, isHub }: PortPanelProps) {
  const text = useText(pcsText);
  const common = useCommonText();
  const setPort = useCommand('branch.setPort');
  const form = useForm<{ port: number | string }>({ mode: 'controlled', initialValues: { port } });
  const save = async () => {
    const result = await setPort.run({ port: Number(form.getValues().port) });
    if (result.ok) return notifyDone(text.portSaved);
    showFieldErrors(form, result.error);
    focusFirstError();
  };
  return (
    <Panel title={text.network}>
      <Form onSubmit={save}>
        <Text size="sm" c="var(--bk-muted)" mb="sm">
          {isHub ? `${text.networkLead} ${text.portNow}` : text.networkLead}
        </Text>
        <Group align="flex-start" gap="sm">
          <NumberInput
            aria-label={text.port}
            w={120}
            hideControls
            allowDecimal={false}
            {...form.getInputProps('port')}
          />
          <Button type="submit" variant="default" loading={setPort.isRunning} disabled={!form.isDirty()}>
            {common.save}
          </Button>
        </Group>
        <FormFailure failure={setPort.failure} />
      </Form>
    </Panel>
  );
}
