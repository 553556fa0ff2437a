import { Text } from '@mantine/core';
import { IconSpeakerphone, IconUserCheck } from '@tabler/icons-react';
import type { Ticket } from '../../../src-shared/contract/ticket.ts';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import classes from './reception.module.css';
import { receptionText } from './text.ts';

/** Who is where: what reception answers when somebody asks "was I called?". */
export function AtDesks({ active }: { readonly active: readonly Ticket[] }) {
  const text = useText(receptionText);
  const labels = useLabels();
  return (
    <Panel title={text.activeTitle} className={classes.panel}>
      {active.length === 0 ? (
        <Text size="sm" c="var(--bk-muted)">
          {text.activeNone}
        </Text>
      ) : (
        <div className={classes.scroll}>
          {active.map((ticket) => (
            <div key={ticket.id} className={classes.deskRow}>
              <div>
                <span className={classes.label}>{ticket.label}</span>
                <Text span size="sm" c="var(--bk-muted)" ml="xs">
                  {ticket.desk?.deskName}
                </Text>
              </div>
              <StatusBadge
                tone={ticket.status === 'called' ? 'warning' : 'success'}
                icon={ticket.status === 'called' ? <IconSpeakerphone /> : <IconUserCheck />}
                label={labels.ticketStatus[ticket.status]}
              />
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}
