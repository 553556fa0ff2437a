import { Button } from '@mantine/core';
import type { NoShowTicket } from '../../../src-shared/contract/ticket.ts';
import { formatTime } from '../../../src-shared/text/format.ts';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { Panel } from '../../components/panel.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useCommand } from '../../lib/use-method.ts';
import classes from './reception.module.css';
import { receptionText } from './text.ts';

/** Who did not come when called, and has come now: back to the place by time of arrival. */
export function NoShows({ noShows }: { readonly noShows: readonly NoShowTicket[] }) {
  const text = useText(receptionText);
  const isAway = useHubAway() !== null;
  const comeBack = useCommand('ticket.comeBack');
  if (noShows.length === 0) return null;

  async function back({ id, label }: NoShowTicket): Promise<void> {
    const result = await comeBack.run({ ticketId: id });
    if (result.ok) notifyDone(text.cameBack(label));
    else notifyFailure(result.error);
  }

  return (
    <Panel title={text.noShowsTitle} className={classes.panel}>
      <div className={classes.scroll}>
        {noShows.map((ticket) => (
          <div key={ticket.id} className={classes.deskRow}>
            <div>
              <span className={classes.label}>{ticket.label}</span>
              <span className={classes.until}>{text.comeBackUntil(formatTime(ticket.comeBackUntil))}</span>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              disabled={isAway}
              aria-label={text.comeBackTicket(ticket.label)}
              onClick={() => void back(ticket)}
            >
              {text.comeBack}
            </Button>
          </div>
        ))}
      </div>
    </Panel>
  );
}
