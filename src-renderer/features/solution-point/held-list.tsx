import { Group, Text } from '@mantine/core';
import type { Ticket } from '../../../src-shared/contract/ticket.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { notifyFailure } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { elapsedSince, formatElapsed } from '../../lib/elapsed.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useCommand } from '../../lib/use-method.ts';
import { useNow } from '../../lib/use-now.ts';
import classes from './queue-panel.module.css';
import { solutionPointText } from './text.ts';

type HeldListProps = {
  /** The longest first; the first has a key. */
  readonly held: readonly Ticket[];
  /** A desk serves one at a time. */
  readonly isDeskFree: boolean;
};

/** Whom this desk has set aside and will go on with. */
export function HeldList({ held, isDeskFree }: HeldListProps) {
  const text = useText(solutionPointText);
  const now = useNow();
  const resume = useCommand('ticket.resume');
  const canResume = useHubAway() === null && isDeskFree;
  const [first, ...others] = held;
  if (first === undefined) return null;

  async function goOn(ticketId: string): Promise<void> {
    const result = await resume.run({ ticketId });
    if (!result.ok) notifyFailure(result.error);
  }

  const since = (ticket: Ticket) => formatElapsed(elapsedSince(ticket.heldAt ?? ticket.issuedAt, now));
  return (
    <section className={classes.held} aria-label={text.queue.held}>
      <Group justify="space-between">
        <Text className={classes.heading}>{text.queue.held}</Text>
        <Text className={classes.heading}>{since(first)}</Text>
      </Group>
      <ActionButton
        variant="default"
        size="xs"
        fullWidth
        justify="space-between"
        label={text.queue.resume(first.label)}
        keyName="alt+S"
        run={() => void goOn(first.id)}
        isEnabled={canResume}
        loading={resume.isRunning}
      />
      {others.map((ticket) => (
        <button
          key={ticket.id}
          type="button"
          className={classes.heldRow}
          disabled={!canResume}
          onClick={() => void goOn(ticket.id)}
        >
          {text.queue.resume(ticket.label)}
          <span>{since(ticket)}</span>
        </button>
      ))}
    </section>
  );
}
