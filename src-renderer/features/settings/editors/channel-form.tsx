import { Checkbox, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import type { ChannelDraft } from '../../../lib/settings-drafts.ts';
import { ChannelSteps } from './channel-steps.tsx';
import { channelsText } from './channels-text.ts';
import classes from './editors.module.css';
import type { ItemErrors } from './list-editing.ts';
import { SettingsNumber } from './settings-number.tsx';

type ChannelFormProps = {
  readonly channel: ChannelDraft;
  readonly errors: ItemErrors;
  readonly onChange: (channel: ChannelDraft) => void;
};

const closers = ['clerk', 'supervisor', 'administrator'] as const;
const edms = ['none', 'optional', 'required'] as const;
const intakes = ['counter', 'gateway'] as const;
const messages = {
  registered: 'application_registered',
  closed: 'application_closed',
  resolvedAtOnce: 'registered_and_resolved',
} as const;

export function ChannelForm({ channel, errors, onChange }: ChannelFormProps) {
  const text = useText(channelsText);
  const labels = useLabels();
  const set = (change: Partial<ChannelDraft>) => onChange({ ...channel, ...change });
  const { fields } = text;
  return (
    <section className={classes.form} aria-label={labels.channel[channel.code]}>
      <Stack gap="md">
        <Switch
          label={fields.isOn}
          description={text.isOnHint}
          checked={channel.isOn}
          onChange={({ currentTarget }) => set({ isOn: currentTarget.checked })}
        />
        <div className={classes.fields}>
          <TextInput
            className={classes.wide}
            label={fields.label}
            required
            maxLength={60}
            value={channel.label}
            onChange={({ currentTarget }) => set({ label: currentTarget.value })}
            error={errors.label}
          />
          <Select
            label={fields.edmsNo}
            data={edms.map((value) => ({ value, label: text.edms[value] }))}
            value={channel.edmsNo}
            onChange={(value) => set({ edmsNo: edms.find((one) => one === value) ?? channel.edmsNo })}
            allowDeselect={false}
          />
          <SettingsNumber
            label={fields.callAttempts}
            description={text.callAttemptsHint}
            required
            allowDecimal={false}
            value={channel.callAttempts}
            onChange={(callAttempts) => set({ callAttempts })}
            error={errors.callAttempts}
          />
          <SettingsNumber
            label={fields.reopenWithinDays}
            description={text.reopenHint}
            required
            allowDecimal={false}
            value={channel.reopenWithinDays}
            onChange={(reopenWithinDays) => set({ reopenWithinDays })}
            error={errors.reopenWithinDays}
          />
        </div>
        <Group gap="xl" align="flex-start">
          <Checkbox.Group
            label={fields.intake}
            value={[...channel.intake]}
            onChange={(chosen) => set({ intake: intakes.filter((one) => chosen.includes(one)) })}
            error={errors.intake}
          >
            <Stack gap={10} mt={4}>
              {intakes.map((value) => (
                <Checkbox key={value} size="xs" value={value} label={text.intakes[value]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Checkbox.Group
            label={fields.closedBy}
            value={[...channel.closedBy]}
            onChange={(chosen) => set({ closedBy: closers.filter((one) => chosen.includes(one)) })}
            error={errors.closedBy}
          >
            <Stack gap={10} mt={4}>
              {closers.map((value) => (
                <Checkbox key={value} size="xs" value={value} label={labels.role[value]} />
              ))}
            </Stack>
          </Checkbox.Group>
        </Group>
        <Asked channel={channel} errors={errors} onChange={onChange} />
        <ChannelSteps
          steps={channel.steps}
          code={channel.code}
          message={errors.steps}
          onChange={(steps) => set({ steps: [...steps] })}
        />
      </Stack>
    </section>
  );
}

function Asked({ channel, errors, onChange }: ChannelFormProps) {
  const text = useText(channelsText);
  const { fields } = text;
  const set = (change: Partial<ChannelDraft>) => onChange({ ...channel, ...change });
  return (
    <Group gap="xl" align="flex-start">
      <Stack gap={10}>
        <strong className={classes.groupName}>{text.asked}</strong>
        {(['asksNotice', 'asksConsentForSpecialData', 'printsBarcode', 'mayResolveAtOnce'] as const).map(
          (name) => (
            <Checkbox
              key={name}
              size="xs"
              label={fields[name]}
              checked={channel[name]}
              onChange={({ currentTarget }) => set({ [name]: currentTarget.checked })}
            />
          ),
        )}
      </Stack>
      <Stack gap={10}>
        <strong className={classes.groupName}>{fields.sms}</strong>
        {(['registered', 'closed', 'resolvedAtOnce'] as const).map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={text.messages[name]}
            checked={channel.sms[name] !== null}
            onChange={({ currentTarget }) =>
              set({ sms: { ...channel.sms, [name]: currentTarget.checked ? messages[name] : null } })
            }
          />
        ))}
        {errors.sms !== undefined && (
          <span role="alert" className={classes.refused}>
            {errors.sms}
          </span>
        )}
      </Stack>
    </Group>
  );
}
