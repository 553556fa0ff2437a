import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconPrinter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ticket } from '../../../src-shared/contract/ticket.ts';
import { HandOverDialog } from '../../components/hand-over/hand-over-dialog.tsx';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { TransferMenu } from '../../components/transfer-menu.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useCommand } from '../../lib/use-method.ts';
import { receptionText } from './text.ts';

type TicketActionsProps = {
  readonly ticket: Ticket;
  readonly onReprint: (ticketId: string, label: string) => void;
};

/** What reception does with somebody who waits. */
export function TicketActions({ ticket, onReprint }: TicketActionsProps) {
  const text = useText(receptionText);
  const isAway = useHubAway() !== null;
  const cancel = useCommand('ticket.cancel');
  const [isHandingOver, setHandingOver] = useState(false);

  async function leave(): Promise<void> {
    const result = await cancel.run({ ticketId: ticket.id, reason: 'left' });
    if (result.ok) notifyDone(text.cancelled(ticket.label));
    else notifyFailure(result.error);
  }

  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <TransferMenu
        ticket={ticket}
        size="compact-xs"
        variant="subtle"
        color="gray"
        disabled={isAway}
        onHandOver={() => setHandingOver(true)}
      />
      {isHandingOver && (
        <HandOverDialog subject={{ ticket, applicationId: null }} onClose={() => setHandingOver(false)} />
      )}
      <Tooltip label={text.reprintTicket(ticket.label)}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={isAway}
          aria-label={text.reprintTicket(ticket.label)}
          onClick={() => onReprint(ticket.id, ticket.label)}
        >
          <IconPrinter size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={text.cancelTicket(ticket.label)}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={isAway}
          aria-label={text.cancelTicket(ticket.label)}
          loading={cancel.isRunning}
          onClick={() => void leave()}
        >
          <IconX size={17} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
