import { Table, Text, VisuallyHidden } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import type { Ticket } from '../../../src-shared/contract/ticket.ts';
import { Panel } from '../../components/panel.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { useNow } from '../../lib/use-now.ts';
import classes from './reception.module.css';
import { receptionText } from './text.ts';
import { TicketActions } from './ticket-actions.tsx';
import { useWaitWords } from './use-wait-words.ts';

type WaitingListProps = {
  /** In the order in which they will be called. */
  readonly waiting: readonly Ticket[];
  readonly onReprint: (ticketId: string, label: string) => void;
};

/** Beyond this nobody reads the list; the count says the rest. */
const shownRows = 60;

export function WaitingList({ waiting, onReprint }: WaitingListProps) {
  const text = useText(receptionText);
  const common = useCommonText();
  const waitWords = useWaitWords(useNow(10));
  const first = waiting.reduce<string | undefined>(
    (earliest, { issuedAt }) => (earliest === undefined || issuedAt < earliest ? issuedAt : earliest),
    undefined,
  );
  return (
    <Panel
      title={waiting.length === 0 ? text.queueTitle : `${text.queueTitle} · ${waiting.length}`}
      className={classes.panel}
      actions={
        first !== undefined && (
          <Text size="sm" c="var(--bk-muted)">
            {text.longest(waitWords(first))}
          </Text>
        )
      }
    >
      {waiting.length === 0 ? (
        <StateEmpty title={text.queueEmpty} hint={text.queueEmptyHint} />
      ) : (
        <div className={classes.scroll}>
          <Table stickyHeader>
            <Table.Thead bg="var(--bk-surface)">
              <Table.Tr>
                <Table.Th>{text.number}</Table.Th>
                <Table.Th>{text.category}</Table.Th>
                <Table.Th ta="right">{text.wait}</Table.Th>
                <Table.Th w={148}>
                  <VisuallyHidden>{common.actions}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {waiting.slice(0, shownRows).map((ticket) => (
                <Table.Tr key={ticket.id}>
                  <Table.Td>
                    <span className={classes.label}>{ticket.label}</span>
                    {ticket.priority && (
                      <span className={classes.priority}>
                        <IconStarFilled size={12} aria-hidden />
                        {text.priority}
                      </span>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {ticket.categoryName}
                    {ticket.target !== null && (
                      <Text span size="xs" c="var(--bk-muted)" ml={6}>
                        {text.sentTo(ticket.target.name)}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="right">{waitWords(ticket.issuedAt)}</Table.Td>
                  <Table.Td>
                    <TicketActions ticket={ticket} onReprint={onReprint} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {waiting.length > shownRows && (
            <Text size="sm" c="var(--bk-muted)" p="sm">
              {text.moreWaiting(waiting.length - shownRows)}
            </Text>
          )}
        </div>
      )}
    </Panel>
  );
}
