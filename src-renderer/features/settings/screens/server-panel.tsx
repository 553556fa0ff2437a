import { Group, NumberInput, Select, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { Note } from '../../../components/note.tsx';
import { notifyDone } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { focusFirstError, showFieldErrors } from '../../../lib/form-errors.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { SettingsForm } from '../settings-form.tsx';
import { SettingsPanel } from '../settings-panel.tsx';
import { screensText } from './text.ts';

type Address = OutputOf<'screen.address'>;
/** Mantine's Select has no null among its options. */
const firstHost = '';

/** Whether and where this PC lets screens and phones in. */
export function ServerPanel({ address }: { readonly address: Address }) {
  const text = useText(screensText);
  const save = useCommand('screen.setServer');
  const { server, hosts } = address;
  const form = useForm<{ isOn: boolean; port: number | string; host: string }>({
    mode: 'controlled',
    initialValues: { isOn: server.isOn, port: server.port, host: server.host ?? firstHost },
  });

  const submit = async () => {
    const { isOn, port, host } = form.getValues();
    const result = await save.run({ isOn, port: Number(port), host: host === firstHost ? null : host });
    if (result.ok) return notifyDone(text.saved);
    showFieldErrors(form, result.error);
    focusFirstError();
  };

  return (
    <SettingsPanel title={text.server} lead={text.serverLead}>
      <SettingsForm
        onSave={submit}
        isSaving={save.isRunning}
        failure={save.failure}
        outcome={<Standing address={address} />}
      >
        <Switch label={text.isOn} {...form.getInputProps('isOn', { type: 'checkbox' })} />
        <Group align="flex-start" gap="md">
          <NumberInput
            label={text.port}
            required
            w={110}
            hideControls
            allowDecimal={false}
            {...form.getInputProps('port')}
          />
          <Select
            label={text.host}
            description={text.hostHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            w={260}
            allowDeselect={false}
            data={[
              { value: firstHost, label: text.hostFirst },
              ...hosts.map((host) => ({ value: host, label: host })),
            ]}
            {...form.getInputProps('host')}
          />
        </Group>
      </SettingsForm>
    </SettingsPanel>
  );
}

function Standing({ address: { server, state, trouble, bases } }: { readonly address: Address }) {
  const text = useText(screensText);
  if (trouble !== null) return <Note tone="danger">{trouble}</Note>;
  if (state === 'off') return <Note tone="accent">{server.isOn ? text.opening : text.off}</Note>;
  if (bases.length === 0) return <Note tone="warning">{text.noLan}</Note>;
  return <Note tone="success">{text.listening(bases.join(', '))}</Note>;
}
