import { VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { QueueAsKnown } from '../../components/queue-as-known.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { openFind } from '../../lib/find-store.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useCommand } from '../../lib/use-method.ts';
import { useQueue } from '../../lib/use-queue.ts';
import { AtDesks } from './at-desks.tsx';
import { CategoryKeys } from './category-keys.tsx';
import { LastTicket } from './last-ticket.tsx';
import { NoShows } from './no-shows.tsx';
import { PriorityToggle } from './priority-toggle.tsx';
import classes from './reception.module.css';
import { receptionText } from './text.ts';
import { WaitingList } from './waiting-list.tsx';

/** Karşılama: forty walk-ins an hour, a number at one press. */
export function ReceptionScreen() {
  const text = useText(receptionText);
  const common = useCommonText();
  const queue = useQueue();
  const isAway = useHubAway() !== null;
  const issue = useCommand('ticket.issue');
  const reprint = useCommand('ticket.reprint');
  const [isPriority, setPriority] = useState(false);
  const [last, setLast] = useState<OutputOf<'ticket.issue'> | null>(null);

  const issueIn = useCallback(
    async (categoryCode: string) => {
      const result = await issue.run({ categoryCode, priority: isPriority });
      if (!result.ok) return notifyFailure(result.error);
      setLast(result.value);
      // Priority belongs to one visitor; the next one starts without it.
      setPriority(false);
    },
    [issue.run, isPriority],
  );

  const reprintTicket = useCallback(
    async (ticketId: string, label: string) => {
      const result = await reprint.run({ ticketId });
      if (!result.ok) return notifyFailure(result.error);
      setLast((shown) => (shown?.ticket.id === ticketId ? { ...shown, ...result.value } : shown));
      notifyDone(text.reprinted(label));
    },
    [reprint.run, text],
  );

  return (
    <div className={classes.screen}>
      <VisuallyHidden aria-live="assertive">{last && text.issued(last.ticket.label)}</VisuallyHidden>
      <div className={classes.left}>
        <PageHeader
          title={common.screens.reception}
          subtitle={queue.data ? text.today(queue.data.issuedToday, queue.data.servedToday) : text.lead}
          actions={
            <>
              <ActionButton
                label={text.findApplication}
                keyName="mod+K"
                run={() => openFind()}
                variant="default"
                leftSection={<IconSearch size={16} />}
              />
              <PriorityToggle isOn={isPriority} onChange={setPriority} />
            </>
          }
        />
        <QueryView query={queue} lines={8}>
          {({ categories, waiting, active, noShows }) => (
            <>
              <QueueAsKnown />
              <CategoryKeys
                canIssue={!isAway}
                categories={categories}
                isPriority={isPriority}
                onIssue={(code) => void issueIn(code)}
              />
              <div className={classes.lists}>
                <WaitingList waiting={waiting} onReprint={(id, label) => void reprintTicket(id, label)} />
                <div className={classes.side}>
                  <AtDesks active={active} />
                  <NoShows noShows={noShows} />
                </div>
              </div>
            </>
          )}
        </QueryView>
      </div>
      <LastTicket last={last} onReprint={(id, label) => void reprintTicket(id, label)} />
    </div>
  );
}
