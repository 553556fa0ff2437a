import { Group, Modal, Stack, Text } from '@mantine/core';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { handOverFor } from '../../lib/handed-over.ts';
import { useCommand } from '../../lib/use-method.ts';
import { ActionButton } from '../action-button.tsx';
import { FormFailure } from '../form-failure.tsx';
import { signingText } from './text.ts';
import type { StartInput } from './use-start.ts';

type HandOverProps = { readonly input: StartInput; readonly onClose: () => void };

/** The same screen turned round: it is locked in the core first, and shows the consumer's part only then. */
export function HandOver({ input, onClose }: HandOverProps) {
  const text = useText(signingText);
  const common = useCommonText();
  const start = useCommand('signing.start');
  const lock = useCommand('session.lock');
  const cancel = useCommand('signing.cancel');

  const run = async () => {
    const started = await start.run({ ...input, where: 'this_screen' });
    if (!started.ok) return;
    const { signingId } = started.value;
    handOverFor(signingId);
    const locked = await lock.run({});
    if (locked.ok) onClose();
    else void cancel.run({ signingId });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={text.handOverTitle}
      withCloseButton={false}
      size={480}
      styles={{ title: { fontWeight: 650 } }}
    >
      <Stack gap="md">
        <Text>{text.handOverLead}</Text>
        <FormFailure failure={start.failure ?? lock.failure} />
        <Group justify="flex-end" gap="sm">
          <ActionButton
            label={common.cancel}
            keyName="Escape"
            level="dialog"
            variant="default"
            run={onClose}
          />
          <ActionButton
            label={text.handOver}
            keyName="mod+Enter"
            level="dialog"
            run={() => void run()}
            loading={start.isRunning || lock.isRunning}
          />
        </Group>
      </Stack>
    </Modal>
  );
}
