import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Unit } from '../../../../src-shared/contract/unit.ts';
import { upperTurkish } from '../../../../src-shared/text/fold.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { RoomDraft } from '../../../lib/settings-drafts.ts';
import classes from './editors.module.css';
import type { ItemErrors } from './list-editing.ts';
import { placesText } from './places-text.ts';

type RoomRowProps = {
  readonly room: RoomDraft;
  readonly units: readonly Unit[];
  readonly errors: ItemErrors;
  readonly isFocused: boolean;
  readonly name: string;
  readonly onChange: (room: RoomDraft) => void;
  readonly onRemove: () => void;
};

/** A list's empty value; no unit's code has small letters. */
const sharedValue = 'shared';

export function RoomRow({ room, units, errors, isFocused, name, onChange, onRemove }: RoomRowProps) {
  const text = useText(placesText);
  return (
    <li className={classes.roomRow}>
      <TextInput
        label={text.roomCode}
        required
        maxLength={10}
        autoFocus={isFocused}
        readOnly={!room.isNew}
        variant={room.isNew ? 'default' : 'filled'}
        title={room.isNew ? undefined : text.roomCodeHint}
        spellCheck={false}
        value={room.roomCode}
        onChange={({ currentTarget }) =>
          onChange({ ...room, roomCode: upperTurkish(currentTarget.value.trim()) })
        }
        error={errors.roomCode}
      />
      <TextInput
        label={text.roomName}
        required
        maxLength={60}
        value={room.roomName}
        onChange={({ currentTarget }) => onChange({ ...room, roomName: currentTarget.value })}
        error={errors.roomName}
      />
      <Select
        label={text.roomUnit}
        allowDeselect={false}
        data={[
          { value: sharedValue, label: text.shared },
          ...units.map(({ unitCode, unitName }) => ({ value: unitCode, label: unitName })),
        ]}
        value={room.unitCode ?? sharedValue}
        // The sign follows whose room it is.
        onChange={(code) => onChange({ ...room, unitCode: code === sharedValue ? null : code, unit: '' })}
        error={errors.unitCode ?? errors.unit}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={text.removeRoom(name)}
        title={text.removeRoom(name)}
        onClick={onRemove}
      >
        <IconTrash size={17} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
