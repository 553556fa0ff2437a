import { Group, Select } from '@mantine/core';
import { type CategoryColour, categoryColours } from '../../../../src-shared/contract/ticket.ts';
import { useText } from '../../../i18n/use-text.ts';
import classes from './editors.module.css';
import { editorsText } from './text.ts';

type ColourSelectProps = {
  readonly label: string;
  readonly value: CategoryColour;
  readonly onChange: (colour: CategoryColour) => void;
  readonly error: string | undefined;
};

export function ColourSelect({ label, value, onChange, error }: ColourSelectProps) {
  const text = useText(editorsText);
  return (
    <Select
      label={label}
      required
      allowDeselect={false}
      data={categoryColours.map((colour) => ({ value: colour, label: text.colours[colour] }))}
      value={value}
      onChange={(chosen) => {
        const colour = categoryColours.find((known) => known === chosen);
        if (colour !== undefined) onChange(colour);
      }}
      leftSection={<Swatch colour={value} />}
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap">
          <Swatch colour={option.value} />
          {option.label}
        </Group>
      )}
      error={error}
    />
  );
}

function Swatch({ colour }: { readonly colour: string }) {
  return (
    <span
      className={classes.swatch}
      style={{ background: `var(--mantine-color-${colour}-filled)` }}
      aria-hidden
    />
  );
}
