import { Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Unit } from '../../../../src-shared/contract/unit.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { showUndo } from '../../../components/notify.ts';
import { StateEmpty } from '../../../components/state-empty.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { mergeList } from '../../../lib/merge-draft.ts';
import { type RoomDraft, useSettingsDrafts } from '../../../lib/settings-drafts.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { ClashNote } from './clash-note.tsx';
import classes from './editors.module.css';
import { listErrors, noErrors, withoutMended } from './list-editing.ts';
import { placesText } from './places-text.ts';
import { RoomRow } from './room-row.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import { editorsText } from './text.ts';
import { type BranchDocuments, useDraft } from './use-draft.ts';

const mostRooms = 99;

type RoomsEditorProps = {
  readonly saved: readonly RoomDraft[];
  readonly units: readonly Unit[];
  readonly refetch: () => Promise<{ readonly data: BranchDocuments | undefined }>;
};

export function RoomsEditor({ saved, units, refetch }: RoomsEditorProps) {
  const text = useText(editorsText);
  const places = useText(placesText);
  const command = useCommand('settings.saveRooms');
  const [errors, setErrors] = useState(noErrors);
  /** Gets the keyboard when it appears. */
  const added = useRef<string | null>(null);
  const signOf = ({ unitCode, unit }: RoomDraft) =>
    units.find((known) => known.unitCode === unitCode)?.unitName ?? (unit || places.shared);
  const editing = useDraft({
    name: 'rooms',
    saved,
    merge: mergeList,
    send: async (value) => {
      const result = await command.run({
        rooms: value.map((room) => ({
          ...{ roomCode: room.roomCode, roomName: room.roomName, unitCode: room.unitCode },
          unit: signOf(room),
        })),
      });
      setErrors(result.ok ? noErrors : listErrors(result.error, 'rooms', value));
      return result;
    },
    refetch,
  });
  const { value, change, clashes } = editing;
  const nameOf = (room: RoomDraft | undefined) => room?.roomName || room?.roomCode || places.newRoom;

  function put(before: RoomDraft, part: Partial<RoomDraft>): void {
    const after = { ...before, ...part };
    change(value.map((room) => (room === before ? after : room)));
    setErrors(withoutMended(errors, before, after));
  }
  function add(): void {
    const id = crypto.randomUUID();
    added.current = id;
    change([...value, { id, isNew: true, roomCode: '', roomName: '', unit: '', unitCode: null }]);
  }
  function remove(room: RoomDraft): void {
    const place = value.indexOf(room);
    change(value.filter((other) => other !== room));
    showUndo({
      message: text.removed(nameOf(room)),
      onUndo: () => {
        const now = useSettingsDrafts.getState().drafts.rooms?.value ?? saved;
        if (now.every(({ id }) => id !== room.id)) change(now.toSpliced(place, 0, room));
      },
    });
  }

  return (
    <Stack gap="md">
      <ClashNote
        name="rooms"
        clashes={clashes}
        nameOf={({ id }) => nameOf([...value, ...saved].find((room) => room.id === id))}
        wordsOf={({ theirs }) => `“${theirs ?? places.shared}”`}
        onTakeTheirs={(clash) => {
          if (clash.kind === 'gone') change(value.filter(({ id }) => id !== clash.id));
          else if (clash.kind === 'field')
            change(
              value.map((room) => (room.id === clash.id ? { ...room, [clash.field]: clash.theirs } : room)),
            );
        }}
      />
      {value.length === 0 && <StateEmpty title={places.noRooms} hint={places.noRoomsHint} />}
      <ul className={classes.rooms}>
        {value.map((room) => (
          <RoomRow
            key={room.id}
            room={room}
            units={units}
            errors={errors.byItem[room.id] ?? {}}
            isFocused={added.current === room.id}
            name={nameOf(room)}
            onChange={(part) => put(room, part)}
            onRemove={() => remove(room)}
          />
        ))}
      </ul>
      <ActionButton
        label={places.addRoom}
        keyName="alt+N"
        run={add}
        isEnabled={value.length < mostRooms}
        variant="default"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={16} />}
      />
      <SaveFailure failure={command.failure} sentence={errors.whole} />
      <SaveBar editing={editing} />
    </Stack>
  );
}
