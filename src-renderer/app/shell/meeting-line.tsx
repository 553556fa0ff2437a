import { IconBellRinging } from '@tabler/icons-react';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { useText } from '../../i18n/use-text.ts';
import { chooseMeeting } from '../../lib/chosen-meeting.ts';
import { useKeys } from '../../lib/keys.ts';
import { useMyMeetings } from '../../lib/use-meetings.ts';
import { appText } from '../texts.ts';
import classes from './notice-line.module.css';

const openKey = 'alt+M';

/** Who is on the way to this person's unit, on every screen and without a sound: somebody may sit opposite. */
export function MeetingLine() {
  const text = useText(appText);
  const alerts = useMyMeetings().data?.alerts ?? [];
  const [first] = alerts;
  useKeys([
    {
      key: openKey,
      label: text.meetingOpen,
      run: () => first && chooseMeeting(first.id),
      isEnabled: first !== undefined,
    },
  ]);
  return (
    <section className={classes.help} aria-label={text.meetingAlerts} aria-live="polite">
      {alerts.map(({ id, ticketLabel, room, subject }) => (
        <div key={id} className={classes.notice} data-tone="warning">
          <span className={classes.icon} aria-hidden>
            <IconBellRinging />
          </span>
          <span className={classes.words}>
            {text.meetingComing(ticketLabel, room?.roomName ?? 'Teams', subject)}
          </span>
          <button
            type="button"
            className={classes.undo}
            aria-keyshortcuts={id === first?.id ? ariaKey(openKey) : undefined}
            onClick={() => chooseMeeting(id)}
          >
            {text.meetingOpen}
            {id === first?.id && <KeyHint keyName={openKey} />}
          </button>
        </div>
      ))}
    </section>
  );
}
