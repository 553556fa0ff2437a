import { Group, Stack, Text } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Ticket } from '../../../src-shared/contract/ticket.ts';
import { QueueAsKnown } from '../../components/queue-as-known.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { elapsedSince, formatElapsed } from '../../lib/elapsed.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSession } from '../../lib/use-session.ts';
import { HeldList } from './held-list.tsx';
import { QueueActions } from './queue-actions.tsx';
import classes from './queue-panel.module.css';
import { TeamsAtDesk } from './teams-at-desk.tsx';
import { solutionPointText } from './text.ts';

type Queue = OutputOf<'ticket.queue'>;

/** How many of those who wait are named; the rest is a count. */
const shownNext = 5;

export function QueuePanel({ queue }: { readonly queue: Queue }) {
  const text = useText(solutionPointText);
  const callable = queue.waiting.filter(({ isCallable }) => isCallable);
  return (
    <Stack gap="md" h="100%">
      <QueueAsKnown />
      {queue.mine === null ? <NoTicket /> : <CurrentTicket ticket={queue.mine} />}
      {queue.mine !== null && <TeamsAtDesk ticketId={queue.mine.id} />}
      <QueueActions queue={queue} />
      <HeldList held={queue.held} isDeskFree={queue.mine === null} />
      <div className={classes.waiting}>
        <Group justify="space-between" align="baseline">
          <Text className={classes.heading}>{text.queue.waiting}</Text>
          <Text fw={650} size="lg">
            {callable.length}
          </Text>
        </Group>
        {callable.length === 0 ? (
          <Text size="sm" c="var(--bk-muted)">
            {text.queue.nobody}
          </Text>
        ) : (
          <ol className={classes.next} aria-label={text.queue.next}>
            {callable.slice(0, shownNext).map((ticket) => (
              <Waiting key={ticket.id} ticket={ticket} />
            ))}
          </ol>
        )}
      </div>
    </Stack>
  );
}

function NoTicket() {
  const text = useText(solutionPointText);
  const hasDesk = useSession()?.desk !== null;
  return (
    <div className={classes.current} data-empty>
      <Text fw={600}>{text.queue.none}</Text>
      <Text size="sm" c="var(--bk-muted)">
        {hasDesk ? text.queue.noneHint : text.queue.noDesk}
      </Text>
    </div>
  );
}

function CurrentTicket({ ticket }: { readonly ticket: Ticket }) {
  const text = useText(solutionPointText);
  const labels = useLabels();
  const now = useNow();
  const since = ticket.servingAt ?? ticket.calledAt ?? ticket.issuedAt;
  return (
    <div className={classes.current} aria-live="polite">
      <Text size="sm" fw={550}>
        {ticket.categoryName}
      </Text>
      <div className={`bk-number ${classes.number}`}>{ticket.label}</div>
      <Group justify="space-between" align="baseline" aria-live="off">
        <Text size="sm">{labels.ticketStatus[ticket.status]}</Text>
        <Text fw={650} size="lg" aria-label={text.queue.since}>
          {formatElapsed(elapsedSince(since, now))}
        </Text>
      </Group>
      {ticket.priority && <StatusBadge tone="accent" icon={<IconStarFilled />} label={text.queue.priority} />}
      {ticket.recalls > 0 && <Text size="xs">{text.queue.recalls(ticket.recalls)}</Text>}
    </div>
  );
}

function Waiting({ ticket }: { readonly ticket: Ticket }) {
  const text = useText(solutionPointText);
  const { hours, minutes } = elapsedSince(ticket.issuedAt, useNow(10));
  return (
    <li>
      <span className={classes.label}>{ticket.label}</span>
      <span className={classes.category}>
        {ticket.priority && <IconStarFilled size={12} role="img" aria-label={text.queue.priority} />}
        {ticket.categoryName}
      </span>
      <span>{text.queue.waitedMinutes(hours * 60 + minutes)}</span>
    </li>
  );
}
