import { IconBrandTeams, IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import type { UnitNow } from '../../../src-shared/contract/meeting.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge } from '../status-badge.tsx';
import classes from './hand-over.module.css';
import type { Place } from './places.ts';
import { handOverText } from './text.ts';

export function UnitWords({ unit }: { readonly unit: UnitNow }) {
  const text = useText(handOverText);
  const count = (wanted: string) => unit.people.filter(({ presence }) => presence === wanted).length;
  return (
    <span className={classes.stacked}>
      <span className={classes.name}>{unit.unitName}</span>
      <span className={classes.hint}>{text.people(count('here'), count('busy'))}</span>
    </span>
  );
}

export function PlaceWords({ place }: { readonly place: Place }) {
  const text = useText(handOverText);
  if (place.kind === 'any') return <span className={classes.name}>{text.anyRoom(place.room.roomName)}</span>;
  if (place.kind === 'teams')
    return (
      <span className={classes.words}>
        <span className={classes.name}>{text.teamsAtDesk}</span>
        <IconBrandTeams size={18} aria-hidden />
      </span>
    );
  const { room, isFree, isOthers } = place;
  return (
    <span className={classes.words}>
      <span className={classes.name}>{room.roomName}</span>
      {isFree ? (
        <StatusBadge
          tone="success"
          icon={<IconCircleCheck />}
          label={isOthers ? text.freeOthers(room.unitName) : text.free}
        />
      ) : (
        <StatusBadge tone="warning" icon={<IconHourglass />} label={text.waitHere(room.waiting)} />
      )}
    </span>
  );
}
