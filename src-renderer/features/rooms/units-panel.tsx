import { Text } from '@mantine/core';
import { IconBrandTeams, IconCircleCheck, IconCircleOff, IconLock, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Presence, UnitNow } from '../../../src-shared/contract/meeting.ts';
import { Panel } from '../../components/panel.tsx';
import { StatusBadge, type Tone } from '../../components/status-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import classes from './rooms.module.css';
import { roomsText } from './text.ts';

const looks: Readonly<Record<Presence, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  busy: { tone: 'accent', icon: <IconUsers /> },
  here: { tone: 'success', icon: <IconCircleCheck /> },
  away: { tone: 'warning', icon: <IconLock /> },
  absent: { tone: 'neutral', icon: <IconCircleOff /> },
};

/** Which unit has somebody for a visitor now. */
export function UnitsPanel({ units }: { readonly units: readonly UnitNow[] }) {
  const text = useText(roomsText);
  return (
    <Panel title={text.units}>
      <ul className={classes.units}>
        {units.map((unit) => (
          <li key={unit.unitCode} className={classes.unit}>
            <div className={classes.unitHead}>
              <span className={classes.roomName}>{unit.unitName}</span>
              <span className={classes.unitName}>
                {text.unitWaiting(unit.waiting)}
                {unit.hasTeams && <IconBrandTeams size={16} role="img" aria-label={text.unitTeams} />}
              </span>
            </div>
            {unit.people.length === 0 ? (
              <Text size="sm" c="var(--bk-muted)">
                {text.noPeople}
              </Text>
            ) : (
              <ul className={classes.people}>
                {unit.people.map(({ name, presence }) => (
                  <li key={name} className={classes.person}>
                    {name}
                    <StatusBadge {...looks[presence]} label={text.presence[presence]} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
