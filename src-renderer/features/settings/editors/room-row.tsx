import { Select, TextInput } from '@mantine/core';
import type { Unit } from '../../../../src-shared/contract/unit.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { RoomDraft } from '../../../lib/settings-drafts.ts';
import { CodeInput } from './code-input.tsx';
import classes from './editors.module.css';
import type { ItemErrors } from './list-editing.ts';
import { placesText } from './places-text.ts';
import { RowRemove } from './row-remove.tsx';

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
      <CodeInput
        label={text.roomCode}
        maxLength={10}
        autoFocus={isFocused}
        isNew={room.isNew}
        title={room.isNew ? undefined : text.roomCodeHint}
        value={room.roomCode}
        onChange={(roomCode) => onChange({ ...room, roomCode })}
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
      <RowRemove label={text.removeRoom(name)} onRemove={onRemove} />
    </li>
  );
}
