import { Text } from '@mantine/core';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { formatTime } from '../../../src-shared/text/format.ts';
import { Panel } from '../../components/panel.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useText } from '../../i18n/use-text.ts';
import classes from './rooms.module.css';
import { roomsText } from './text.ts';

/** For the people of a unit: who waits for their rooms, and what they have done today. */
export function UnitDay({ mine }: { readonly mine: OutputOf<'meeting.mine'> }) {
  const text = useText(roomsText);
  if (mine.units.length === 0)
    return (
      <Panel title={text.mine}>
        <StateEmpty title={text.noUnit} hint={text.noUnitHint} />
      </Panel>
    );
  return (
    <Panel title={mine.units.map(({ unitName }) => unitName).join(', ')} className={classes.panel}>
      <h3 className={classes.heading}>{text.waitingFor}</h3>
      {mine.waiting.length === 0 && <Nothing>{text.nobodyWaits}</Nothing>}
      <ul className={classes.lines}>
        {mine.waiting.map(({ id, label, roomName, categoryName }) => (
          <li key={id} className={classes.line}>
            <span className={classes.label}>{label}</span>
            <span>{categoryName}</span>
            <span className={classes.quiet}>{roomName}</span>
          </li>
        ))}
      </ul>
      <h3 className={classes.heading}>{text.doneToday}</h3>
      {mine.done.length === 0 && <Nothing>{text.nothingDone}</Nothing>}
      <ul className={classes.lines}>
        {mine.done.map(({ id, ticketLabel, status, endedAt, result }) => (
          <li key={id} className={classes.line}>
            <span className={classes.label}>{ticketLabel}</span>
            <span className={classes.clipped} title={result}>
              {result === '' ? text.doneState[status] : result}
            </span>
            <span className={classes.quiet}>{endedAt !== null && formatTime(endedAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Nothing({ children }: { readonly children: string }) {
  return (
    <Text size="sm" c="var(--bk-muted)">
      {children}
    </Text>
  );
}
