import { Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { ActionButton } from '../../../components/action-button.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { UnitDraft } from '../../../lib/settings-drafts.ts';
import classes from './editors.module.css';
import { placesText } from './places-text.ts';

const mostUnits = 60;

type UnitListProps = {
  readonly units: readonly UnitDraft[];
  readonly shown: string | null;
  readonly wrong: ReadonlySet<string>;
  readonly nameOf: (unit: UnitDraft) => string;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
};

/** The arrows go from one unit to the next. */
export function UnitList({ units, shown, wrong, nameOf, onChoose, onAdd }: UnitListProps) {
  const text = useText(placesText);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey) return;
    event.preventDefault();
    const place = units.findIndex(({ id }) => id === shown) + step;
    const next = units[place];
    if (next === undefined) return;
    onChoose(next.id);
    event.currentTarget.querySelectorAll('button')[place]?.focus();
  }

  return (
    <nav className={classes.items} aria-label={text.units} onKeyDown={onKeyDown}>
      {units.length === 0 && (
        <Text size="sm" c="var(--bk-muted)">
          {`${text.noUnits}. ${text.noUnitsHint}`}
        </Text>
      )}
      {units.map((unit) => (
        <button
          key={unit.id}
          type="button"
          className={classes.item}
          aria-current={unit.id === shown ? 'true' : undefined}
          onClick={() => onChoose(unit.id)}
        >
          <span className={classes.itemWords}>
            <span className={classes.itemName}>{nameOf(unit)}</span>
            <span className={classes.itemHint}>{text.people(unit.memberIds.length)}</span>
          </span>
          {wrong.has(unit.id) && (
            <IconAlertTriangle size={18} role="img" aria-label={text.hasErrors} className={classes.wrong} />
          )}
        </button>
      ))}
      <ActionButton
        label={text.addUnit}
        keyName="alt+N"
        run={onAdd}
        isEnabled={units.length < mostUnits}
        variant="default"
        size="xs"
        mt="xs"
        leftSection={<IconPlus size={16} />}
      />
    </nav>
  );
}
