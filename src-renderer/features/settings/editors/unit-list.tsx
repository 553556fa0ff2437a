import { Text } from '@mantine/core';
import { useText } from '../../../i18n/use-text.ts';
import type { UnitDraft } from '../../../lib/settings-drafts.ts';
import { AddButton } from './add-button.tsx';
import { ItemNav } from './item-nav.tsx';
import type { ListErrors } from './list-editing.ts';
import { placesText } from './places-text.ts';

const mostUnits = 60;

type UnitListProps = {
  readonly units: readonly UnitDraft[];
  readonly shown: string | null;
  readonly errors: ListErrors;
  readonly nameOf: (unit: UnitDraft) => string;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
};

export function UnitList({ units, shown, errors, nameOf, onChoose, onAdd }: UnitListProps) {
  const text = useText(placesText);
  return (
    <ItemNav
      label={text.units}
      items={units}
      shown={shown}
      errors={errors}
      lineOf={(unit) => ({ name: nameOf(unit), hint: text.people(unit.memberIds.length) })}
      onChoose={onChoose}
    >
      {units.length === 0 && (
        <Text size="sm" c="var(--bk-muted)">
          {`${text.noUnits}. ${text.noUnitsHint}`}
        </Text>
      )}
      <AddButton label={text.addUnit} onAdd={onAdd} isFull={units.length >= mostUnits} />
    </ItemNav>
  );
}
