import { NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { withdrawalChannels } from '../../../src-shared/ledger/consent-entries.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { ConfirmBar } from '../confirm-bar.tsx';
import { FormFailure } from '../form-failure.tsx';
import { notifyDone } from '../notify.ts';
import { consentsText } from './text.ts';

/** Two keys take a consent back: this one, and the one that confirms. */
export const withdrawKey = 'F10';

type WithdrawBarProps = {
  readonly applicationId: string;
  readonly consentId: string;
  readonly onDone: () => void;
};

/** Final by law, so it is asked; as easily as a consent is given, so by one key more. */
export function WithdrawBar({ applicationId, consentId, onDone }: WithdrawBarProps) {
  const text = useText(consentsText);
  const command = useCommand('consent.withdraw');
  const [channel, setChannel] = useState<(typeof withdrawalChannels)[number]>('desk');

  async function withdraw(): Promise<void> {
    const result = await command.run({ applicationId, consentId, channel, note: '' });
    if (!result.ok) return;
    notifyDone(text.withdrawDone);
    onDone();
  }

  return (
    <Stack gap="xs">
      <NativeSelect
        size="xs"
        label={text.withdrawWay}
        value={channel}
        data={withdrawalChannels.map((value) => ({ value, label: text.ways[value] }))}
        onChange={({ currentTarget }) =>
          setChannel(withdrawalChannels.find((one) => one === currentTarget.value) ?? 'desk')
        }
      />
      <ConfirmBar
        question={text.withdrawQuestion}
        confirmLabel={text.withdraw}
        isRunning={command.isRunning}
        onConfirm={() => void withdraw()}
        onCancel={onDone}
      />
      <FormFailure failure={command.failure} />
    </Stack>
  );
}
