import { Text } from '@mantine/core';
import { IconStarFilled, IconTicket } from '@tabler/icons-react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { HandOverButton } from '../../components/hand-over/hand-over-button.tsx';
import { Panel } from '../../components/panel.tsx';
import { PrintedPaper } from '../../components/printed-paper.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { TransferMenu } from '../../components/transfer-menu.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useQueue } from '../../lib/use-queue.ts';
import classes from './reception.module.css';
import { receptionText } from './text.ts';

type LastTicketProps = {
  readonly last: OutputOf<'ticket.issue'> | null;
  readonly onReprint: (ticketId: string, label: string) => void;
};

/** The number that was just given, large enough to read out across the counter. */
export function LastTicket({ last, onReprint }: LastTicketProps) {
  const text = useText(receptionText);
  const common = useCommonText();
  const isAway = useHubAway() !== null;
  const standing = useQueue().data?.waiting.find(({ id }) => id === last?.ticket.id);
  return (
    <Panel title={text.lastTitle} className={classes.panel}>
      <div className={classes.scroll}>
        {last === null ? (
          <StateEmpty
            icon={<IconTicket size={32} stroke={1.4} />}
            title={text.lastNone}
            hint={text.lastNoneHint}
          />
        ) : (
          <div className={classes.last}>
            <div>
              <div className={`bk-number ${classes.lastNumber}`}>{last.ticket.label}</div>
              <Text mt={6}>
                {last.ticket.categoryName}
                {last.ticket.priority && (
                  <span className={classes.priority}>
                    <IconStarFilled size={12} aria-hidden />
                    {text.priority}
                  </span>
                )}
              </Text>
            </div>
            <div className={classes.lastActions}>
              <ActionButton
                label={common.reprint}
                keyName="F10"
                variant="default"
                size="xs"
                fullWidth
                justify="space-between"
                isEnabled={!isAway}
                run={() => onReprint(last.ticket.id, last.ticket.label)}
              />
              {standing !== undefined && (
                <>
                  <TransferMenu
                    ticket={standing}
                    label={text.direct}
                    keyName="alt+A"
                    size="xs"
                    fullWidth
                    justify="space-between"
                    disabled={isAway}
                  />
                  <HandOverButton
                    subject={{ ticket: standing, applicationId: null }}
                    keyName="alt+O"
                    variant="default"
                    size="xs"
                    fullWidth
                    justify="space-between"
                    disabled={isAway}
                  />
                </>
              )}
            </div>
            <PrintedPaper key={last.printJobId} jobId={last.printJobId} label={text.preview} />
          </div>
        )}
      </div>
    </Panel>
  );
}
