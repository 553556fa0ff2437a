import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { takeChosenMeeting, useChosenMeeting } from '../../lib/chosen-meeting.ts';
import { useKeys } from '../../lib/keys.ts';
import { useMyMeetings, useRooms } from '../../lib/use-meetings.ts';
import { useUser } from '../../lib/use-session.ts';
import { MeetingPanel } from './meeting-panel.tsx';
import { firstPlace, type MeetingPlace, placesNow } from './places-now.ts';
import { RoomCards } from './room-cards.tsx';
import classes from './rooms.module.css';
import { roomsText } from './text.ts';
import { UnitDay } from './unit-day.tsx';
import { UnitsPanel } from './units-panel.tsx';

/** Görüşme Odaları: rooms, units and their people on the left, the chosen meeting on the right. */
export function RoomsScreen() {
  const text = useText(roomsText);
  const common = useCommonText();
  const now = useRooms();
  const rooms = now.data?.rooms ?? [];
  const free = rooms.filter(({ state }) => state === 'free').length;
  return (
    <div className={classes.screen}>
      <PageHeader title={common.screens.rooms} subtitle={now.data && text.lead(free, rooms.length)} />
      <QueryView query={now} lines={8}>
        {(data) => <Content now={data} />}
      </QueryView>
    </div>
  );
}

function Content({ now }: { readonly now: OutputOf<'meeting.rooms'> }) {
  const text = useText(roomsText);
  const mine = useMyMeetings().data;
  const user = useUser();
  const cards = useRef<HTMLDivElement>(null);
  const places = placesNow(now);
  const { shown, choose } = useShown(places, mine);
  useKeys([
    {
      key: 'F2',
      label: text.toRooms,
      run: () => cards.current?.querySelector<HTMLInputElement>('input:checked')?.focus(),
    },
  ]);
  if (places.length === 0 && now.units.length === 0)
    return <StateEmpty title={text.noRooms} hint={text.noRoomsHint} />;
  const isMember = (mine?.units.length ?? 0) > 0;
  return (
    <div className={classes.columns}>
      <div className={classes.left}>
        <RoomCards places={places} shown={shown} onChoose={choose} ref={cards} />
        <UnitsPanel units={now.units} />
      </div>
      <div className={classes.right}>
        <MeetingPanel place={shown} ownUnits={mine?.units ?? []} />
        {(isMember || user?.role === 'unit') && mine !== undefined && <UnitDay mine={mine} />}
      </div>
    </div>
  );
}

/** A meeting that was ended goes from its room; the card that was picked stays picked. */
function useShown(
  places: readonly MeetingPlace[],
  mine: OutputOf<'meeting.mine'> | undefined,
): { readonly shown: MeetingPlace | undefined; readonly choose: (key: string) => void } {
  const [chosen, choose] = useState<string | null>(null);
  const asked = useChosenMeeting(({ meetingId }) => meetingId);
  const askedKey = places.find(({ meeting }) => meeting !== null && meeting.id === asked)?.key;
  useEffect(() => {
    if (askedKey === undefined) return;
    choose(askedKey);
    takeChosenMeeting();
  }, [askedKey]);
  return { shown: places.find(({ key }) => key === chosen) ?? firstPlace(places, mine), choose };
}
