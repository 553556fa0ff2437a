import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { useNow } from '../../lib/use-now.ts';
import { ActionButton } from '../action-button.tsx';
import { BarCode } from '../bar-code.tsx';
import { FormFailure } from '../form-failure.tsx';
import { signingText } from './text.ts';
import { pairWithinMs, timeLeft } from './time-left.ts';

type PairTabletProps = {
  readonly onClose: () => void;
  /** Offered once the tablet is there. */
  readonly onStart: () => void;
};

type Code = { readonly url: string; readonly until: number };

/** A QR that lets one tablet in, for as long as its code is good; it says by itself that the tablet has come. */
export function PairTablet({ onClose, onStart }: PairTabletProps) {
  const text = useText(signingText);
  const common = useCommonText();
  const [code, setCode] = useState<Code | null>(null);
  const { run, failure } = useCommand('signing.pair');
  const state = useQueryMethod('signing.state', {});
  const hasAsked = useRef(false);
  const isPaired = code !== null && state.data?.paired.tablet === 'paired';

  const ask = async () => {
    const result = await run({ place: 'tablet' });
    if (!result.ok) return;
    await state.refetch();
    setCode({ url: result.value.url, until: Date.now() + pairWithinMs });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one code when the dialog opens
  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    void ask();
  }, []);

  return (
    <Modal
      opened
      onClose={onClose}
      title={text.pairTitle}
      withCloseButton={false}
      size={480}
      styles={{ title: { fontWeight: 650 } }}
    >
      <Stack gap="md" align="center">
        <FormFailure failure={failure} />
        {isPaired ? <Paired /> : code !== null && <Waiting code={code} onNew={() => void ask()} />}
        <Group justify="flex-end" gap="sm" w="100%">
          <ActionButton
            label={common.close}
            keyName="Escape"
            level="dialog"
            variant="default"
            run={onClose}
          />
          {isPaired && (
            <ActionButton label={text.startOnTablet} keyName="mod+Enter" level="dialog" run={onStart} />
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Waiting({ code, onNew }: { readonly code: Code; readonly onNew: () => void }) {
  const text = useText(signingText);
  const left = code.until - useNow();
  if (left <= 0)
    return (
      <Stack align="center" gap="sm" py="xl">
        <Text role="alert">{text.pairOver}</Text>
        <Button onClick={onNew}>{text.pairNew}</Button>
      </Stack>
    );
  return (
    <>
      <Text>{text.pairLead}</Text>
      <BarCode kind="qrcode" value={code.url} height={240} label={text.pairQr} />
      <Text c="var(--bk-muted)">{text.pairLeft(timeLeft(left))}</Text>
    </>
  );
}

function Paired() {
  const text = useText(signingText);
  return (
    <Stack align="center" gap="xs" py="lg" role="status">
      <IconCircleCheck size={56} stroke={1.4} color="var(--bk-success)" aria-hidden />
      <Text fw={650} size="xl">
        {text.paired}
      </Text>
      <Text c="var(--bk-muted)">{text.pairedHint}</Text>
    </Stack>
  );
}
