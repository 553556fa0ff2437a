import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { bridge } from '../../lib/bridge-client.ts';
import { useCommand } from '../../lib/use-method.ts';
import { FormFailure } from '../form-failure.tsx';
import { signingText } from './text.ts';
import { WayButton } from './way-button.tsx';

type SecondWindowProps = {
  readonly icon: ReactNode;
  readonly paired: OutputOf<'signing.state'>['paired']['second_window'];
  readonly onStart: () => void;
};

/** A window of this PC on its second monitor. A window that is open already is used again. */
export function SecondWindow({ icon, paired, onStart }: SecondWindowProps) {
  const text = useText(signingText);
  const pair = useCommand('signing.pair');
  const [address, setAddress] = useState<string | null>(null);

  const isThere = paired === 'paired' || (paired === 'waiting' && address !== null);

  const open = async () => {
    const result = await pair.run({ place: 'second_window' });
    if (!result.ok) return;
    const { url } = result.value;
    // Electron's windows open nothing of their own; its user opens the address in a browser, and then starts.
    if (bridge() !== undefined) return setAddress(url);
    window.open(url, '_blank', 'noopener,noreferrer,popup,width=1280,height=800');
    onStart();
  };

  return (
    <Stack gap={4}>
      <WayButton
        icon={icon}
        title={text.ways.second_window}
        hint={text.second[paired]}
        isReady={paired === 'paired'}
        isBusy={pair.isRunning}
        onChoose={() => (isThere ? onStart() : void open())}
      />
      {paired === 'paired' && (
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => void open()}>
            {text.openSecond}
          </Button>
        </Group>
      )}
      {address !== null && (
        <TextInput
          label={text.secondAddress}
          description={text.secondAddressHint}
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <FormFailure failure={pair.failure} />
    </Stack>
  );
}
