import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback } from 'react';
import { defaultHubPort } from '../../src-shared/contract/branch.ts';
import { upperTurkish } from '../../src-shared/text/fold.ts';
import { formatTypedPairingCode } from '../../src-shared/text/pairing-code.ts';
import { parseTypedAddress } from '../../src-shared/text/typed-address.ts';
import { useCommonText, useText } from '../i18n/use-text.ts';
import { fieldErrors, focusFirstError, showErrors } from '../lib/form-errors.ts';
import type { ScreenFailure } from '../lib/screen-result.ts';
import { useCommand } from '../lib/use-method.ts';
import { ActionButton } from './action-button.tsx';
import { Form } from './form.tsx';
import { FormFailure } from './form-failure.tsx';
import { FoundHubs } from './found-hubs.tsx';
import { joinText } from './join-text.ts';

const below = ['label', 'input', 'description', 'error'] as const;

type JoinBranchFormProps = {
  /** A PC that nobody has set up gets a desk with it. */
  readonly asksForDesk: boolean;
  readonly onBack: () => void;
  readonly onJoined?: () => void;
};

/** Makes this PC one of a branch: the hub, found on the LAN or by its address, and the code that it shows. */
export function JoinBranchForm({ asksForDesk, onBack, onJoined }: JoinBranchFormProps) {
  const text = useText(joinText);
  const common = useCommonText();
  const join = useCommand('branch.join');
  const form = useForm({
    mode: 'controlled',
    initialValues: { address: '', code: '', desk: { code: '', name: '' } },
  });
  const { setFieldValue } = form;
  const choose = useCallback((address: string) => setFieldValue('address', address), [setFieldValue]);

  const submit = async () => {
    const { address, code, desk } = form.getValues();
    const { host, port = defaultHubPort } = parseTypedAddress(address);
    const result = await join.run({ host, port, code, desk: asksForDesk ? desk : null });
    if (result.ok) return onJoined?.();
    showErrors(form, errorsAtFields(result.error, text.noAnswer));
    focusFirstError();
  };

  return (
    <Form onSubmit={submit}>
      <Stack gap="md">
        <FoundHubs address={form.values.address} onChoose={choose} />
        <Group grow align="flex-start" gap="md">
          <TextInput
            label={text.address}
            description={text.addressHint}
            inputWrapperOrder={[...below]}
            required
            autoFocus
            spellCheck={false}
            autoComplete="off"
            {...form.getInputProps('address')}
          />
          <TextInput
            label={text.code}
            description={text.codeHint}
            inputWrapperOrder={[...below]}
            required
            spellCheck={false}
            autoComplete="off"
            maxLength={20}
            styles={{ input: { letterSpacing: '0.06em', fontWeight: 600 } }}
            {...form.getInputProps('code')}
            onChange={({ currentTarget: { value, selectionStart } }) =>
              // Grouped while it is typed at its end; a correction in the middle keeps the cursor where it is.
              setFieldValue('code', selectionStart === value.length ? formatTypedPairingCode(value) : value)
            }
            onBlur={() => setFieldValue('code', formatTypedPairingCode(form.values.code))}
          />
        </Group>
        {asksForDesk && (
          <Group grow align="flex-start" gap="md">
            <TextInput
              label={text.deskName}
              placeholder="Banko 2"
              required
              maxLength={40}
              {...form.getInputProps('desk.name')}
            />
            <TextInput
              label={text.deskCode}
              placeholder="B2"
              required
              maxLength={10}
              spellCheck={false}
              {...form.getInputProps('desk.code')}
              onChange={({ currentTarget: { value } }) =>
                setFieldValue('desk.code', upperTurkish(value.trim()))
              }
            />
          </Group>
        )}
        {join.isRunning ? (
          <Text size="sm" c="var(--bk-muted)" role="status">
            {text.joining}
          </Text>
        ) : (
          <FormFailure failure={isSaidAtField(join.failure) ? null : join.failure} />
        )}
        <Group justify="space-between">
          <ActionButton label={common.back} keyName="Escape" run={onBack} variant="default" />
          <ActionButton
            label={text.join}
            keyName="mod+Enter"
            run={() => void submit()}
            loading={join.isRunning}
          />
        </Group>
      </Stack>
    </Form>
  );
}

function isSaidAtField(failure: ScreenFailure | null): boolean {
  return failure?.code === 'wrong_pairing_code' || failure?.code === 'hub_unreachable';
}

/** Host and port are typed in one field; a wrong code, or an address where nobody answers, is said where it was typed. */
function errorsAtFields(failure: ScreenFailure, noAnswer: string): Record<string, string> {
  if (failure.code === 'hub_unreachable') return { address: noAnswer };
  if (failure.code === 'wrong_pairing_code') return { code: failure.message };
  const { host, port, ...others } = fieldErrors(failure);
  const address = host ?? port;
  return address === undefined ? others : { ...others, address };
}
