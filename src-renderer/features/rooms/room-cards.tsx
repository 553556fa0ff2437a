import {
  IconAlertTriangle,
  IconBrandTeams,
  IconCircleCheck,
  IconHourglass,
  IconUsers,
} from '@tabler/icons-react';
import type { Ref } from 'react';
import type { Meeting } from '../../../src-shared/contract/meeting.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import { elapsedSince, formatElapsed } from '../../lib/elapsed.ts';
import { useNow } from '../../lib/use-now.ts';
import type { MeetingPlace } from './places-now.ts';
import classes from './rooms.module.css';
import { roomsText } from './text.ts';

type RoomCardsProps = {
  readonly places: readonly MeetingPlace[];
  readonly shown: MeetingPlace | undefined;
  readonly onChoose: (key: string) => void;
  readonly ref: Ref<HTMLDivElement>;
};

/** One card a room; arrows go from one to the next, as in any group of radios. */
export function RoomCards({ places, shown, onChoose, ref }: RoomCardsProps) {
  const text = useText(roomsText);
  return (
    <Panel title={text.rooms} actions={<KeyHint keyName="F2" />}>
      <div className={classes.cards} role="radiogroup" aria-label={text.rooms} ref={ref}>
        {places.map((place) => (
          <label key={place.key} className={classes.card} data-state={stateOf(place)}>
            <input
              type="radio"
              name="meeting-place"
              className={classes.radio}
              checked={place.key === shown?.key}
              onChange={() => onChoose(place.key)}
            />
            <CardWords place={place} />
          </label>
        ))}
      </div>
    </Panel>
  );
}

function stateOf({ room, meeting }: MeetingPlace): 'free' | 'held' | 'busy' {
  if (meeting === null) return room?.state ?? 'free';
  return meeting.status === 'held' ? 'held' : 'busy';
}

function CardWords({ place }: { readonly place: MeetingPlace }) {
  const text = useText(roomsText);
  const { room, meeting } = place;
  return (
    <>
      <span className={classes.cardHead}>
        <span className={classes.roomName}>{room?.roomName ?? meeting?.room?.roomName ?? text.teams}</span>
        {meeting !== null && <Since meeting={meeting} />}
      </span>
      <span className={classes.unitName}>{meeting?.unitName ?? room?.unitName}</span>
      <span className={classes.cardMain}>
        <span className={`bk-number ${classes.cardNumber}`}>{meeting?.ticketLabel ?? '–'}</span>
        <StateBadge place={place} />
      </span>
      <span className={classes.cardFoot}>
        <span>
          {room?.next
            ? text.next(room.next.label, room.waiting)
            : room === null
              ? meeting?.from.deskName
              : text.nobodyNext}
        </span>
        {meeting?.mode === 'teams' && <IconBrandTeams size={18} role="img" aria-label={text.modes.teams} />}
      </span>
    </>
  );
}

function StateBadge({ place }: { readonly place: MeetingPlace }) {
  const text = useText(roomsText);
  const state = stateOf(place);
  if (place.meeting?.conflict)
    return <StatusBadge tone="danger" icon={<IconAlertTriangle />} label={text.conflictShort} />;
  const icons = { free: <IconCircleCheck />, held: <IconHourglass />, busy: <IconUsers /> };
  const tones = { free: 'success', held: 'warning', busy: 'accent' } as const;
  return <StatusBadge tone={tones[state]} icon={icons[state]} label={text.roomState[state]} />;
}

function Since({ meeting }: { readonly meeting: Meeting }) {
  const now = useNow();
  return (
    <span className={classes.since}>
      {formatElapsed(elapsedSince(meeting.startedAt ?? meeting.openedAt, now))}
    </span>
  );
}
