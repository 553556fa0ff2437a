import { Stack } from '@mantine/core';
import type { Meeting } from '../../../src-shared/contract/meeting.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useCommand } from '../../lib/use-method.ts';
import { roomsText } from './text.ts';

const shared = { fullWidth: true, justify: 'space-between' } as const;
const quiet = { ...shared, variant: 'default' } as const;
const reasons = [
  { reason: 'no_show', word: 'noShow', keyName: 'F4' },
  { reason: 'left', word: 'left', keyName: 'F6' },
  { reason: 'mistake', word: 'mistake', keyName: 'F7' },
] as const;
type Reason = (typeof reasons)[number]['reason'];

/** The visitor is on the way: they came, or why it comes to nothing. */
export function HeldActions({ meeting }: { readonly meeting: Meeting }) {
  const text = useText(roomsText);
  const start = useCommand('meeting.start');
  const cancel = useCommand('meeting.cancel');
  const isEnabled = useHubAway() === null;
  const meetingId = meeting.id;

  async function begin(): Promise<void> {
    const result = await start.run({ meetingId });
    if (!result.ok) notifyFailure(result.error);
  }
  async function callOff(reason: Reason): Promise<void> {
    const result = await cancel.run({ meetingId, reason });
    if (!result.ok) return notifyFailure(result.error);
    notifyDone(text.cancelled[reason](meeting.ticketLabel));
  }

  return (
    <Stack gap={6}>
      <ActionButton
        {...shared}
        label={text.start}
        keyName="F3"
        run={() => void begin()}
        isEnabled={isEnabled}
        loading={start.isRunning}
      />
      {reasons.map(({ reason, word, keyName }) => (
        <ActionButton
          {...quiet}
          key={reason}
          label={text[word]}
          keyName={keyName}
          run={() => void callOff(reason)}
          isEnabled={isEnabled}
          loading={cancel.isRunning}
        />
      ))}
    </Stack>
  );
}
