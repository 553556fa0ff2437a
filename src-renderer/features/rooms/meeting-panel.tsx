import { Stack, Text } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { useState } from 'react';
import type { Meeting, RoomNow } from '../../../src-shared/contract/meeting.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { Fact, Facts } from '../../components/fact.tsx';
import { HandOverDialog } from '../../components/hand-over/hand-over-dialog.tsx';
import { Note } from '../../components/note.tsx';
import { Panel } from '../../components/panel.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { TeamsLink } from '../../components/teams-link.tsx';
import { useText } from '../../i18n/use-text.ts';
import { elapsedSince, formatElapsed } from '../../lib/elapsed.ts';
import { goTo } from '../../lib/route.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useNow } from '../../lib/use-now.ts';
import { useUser } from '../../lib/use-session.ts';
import { HeldActions } from './held-actions.tsx';
import { MeetingResult } from './meeting-result.tsx';
import type { MeetingPlace } from './places-now.ts';
import classes from './rooms.module.css';
import { roomsText } from './text.ts';

type OwnUnits = readonly { readonly unitCode: string }[];

type MeetingPanelProps = { readonly place: MeetingPlace | undefined; readonly ownUnits: OwnUnits };

/** What is in the chosen room, and what this person may do about it. */
export function MeetingPanel({ place, ownUnits }: MeetingPanelProps) {
  const text = useText(roomsText);
  const isUnit = useUser()?.role === 'unit';
  const isOurs = (unitCode: string | null) =>
    !isUnit || ownUnits.some((unit) => unitCode === null || unit.unitCode === unitCode);
  const room = place?.room ?? null;
  const meeting = place?.meeting ?? null;
  return (
    <Panel title={text.details} className={classes.panel}>
      {meeting !== null ? (
        <TheMeeting key={meeting.id} meeting={meeting} mayAct={isOurs(meeting.unitCode)} />
      ) : room !== null ? (
        <FreeRoom room={room} mayTake={isOurs(room.unitCode)} ownUnits={ownUnits} />
      ) : (
        <StateEmpty icon={<IconDoor size={32} stroke={1.4} />} title={text.pick} hint={text.pickHint} />
      )}
    </Panel>
  );
}

type FreeRoomProps = { readonly room: RoomNow; readonly mayTake: boolean; readonly ownUnits: OwnUnits };

function FreeRoom({ room, mayTake, ownUnits }: FreeRoomProps) {
  const text = useText(roomsText);
  const isEnabled = useHubAway() === null;
  const [isTaking, setTaking] = useState(false);
  const { next } = room;
  return (
    <>
      <StateEmpty
        icon={<IconDoor size={32} stroke={1.4} />}
        title={text.freeTitle(room.roomName)}
        {...(next === null ? { hint: text.freeHint } : {})}
        action={
          next !== null &&
          mayTake && (
            <ActionButton
              label={text.takeNext(next.label)}
              keyName="F1"
              isEnabled={isEnabled}
              mt="sm"
              run={() => setTaking(true)}
            />
          )
        }
      />
      {isTaking && next !== null && (
        <HandOverDialog
          subject={{
            ticket: { id: next.ticketId, label: next.label, status: 'waiting' },
            applicationId: null,
            unitCode: room.unitCode ?? ownUnits[0]?.unitCode,
            roomCode: room.roomCode,
          }}
          onClose={() => setTaking(false)}
        />
      )}
    </>
  );
}

function TheMeeting({ meeting, mayAct }: { readonly meeting: Meeting; readonly mayAct: boolean }) {
  const text = useText(roomsText);
  const isHeld = meeting.status === 'held';
  return (
    <Stack gap="sm">
      <Head meeting={meeting} />
      {meeting.conflict !== null && <Note tone="danger">{text.conflict[meeting.conflict]}</Note>}
      <Facts>
        <Fact label={text.unit}>{meeting.unitName}</Fact>
        <Fact label={text.mode}>{text.modes[meeting.mode]}</Fact>
        <Fact label={text.subject}>{meeting.subject}</Fact>
        <Fact label={isHeld ? text.from : text.with}>
          {isHeld ? meeting.from.deskName : meeting.startedBy?.name}
        </Fact>
        {meeting.application !== null && (
          <Fact label={text.application}>{meeting.application.applicationNo}</Fact>
        )}
      </Facts>
      <Ways meeting={meeting} />
      {mayAct && (isHeld ? <HeldActions meeting={meeting} /> : <MeetingResult meeting={meeting} />)}
    </Stack>
  );
}

function Head({ meeting }: { readonly meeting: Meeting }) {
  const text = useText(roomsText);
  const now = useNow();
  const since = formatElapsed(elapsedSince(meeting.startedAt ?? meeting.openedAt, now));
  return (
    <div className={classes.current} data-state={meeting.status === 'held' ? 'held' : 'busy'}>
      <div className={`bk-number ${classes.number}`}>{meeting.ticketLabel}</div>
      <div className={classes.beside}>
        <Text size="sm" fw={600}>
          {meeting.room?.roomName ?? `${text.teams} · ${meeting.from.deskName}`}
        </Text>
        <Text size="sm">
          {meeting.startedAt === null ? text.waitingSince : text.talkingSince} <b>{since}</b>
        </Text>
      </div>
    </div>
  );
}

/** The application's file, and the way into Teams. */
function Ways({ meeting }: { readonly meeting: Meeting }) {
  const text = useText(roomsText);
  const { application } = meeting;
  return (
    <>
      {meeting.mode === 'teams' && <TeamsLink meeting={meeting} />}
      {application !== null && (
        <ActionButton
          label={text.openFile}
          keyName="F8"
          variant="default"
          justify="space-between"
          run={() => goTo({ screen: 'applicationFile', id: application.id })}
        />
      )}
    </>
  );
}
