import type { Unit } from '../../../../src-shared/contract/unit.ts';
import { StateEmpty } from '../../../components/state-empty.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { mergeList } from '../../../lib/merge-draft.ts';
import type { RoomDraft } from '../../../lib/settings-drafts.ts';
import { AddButton } from './add-button.tsx';
import classes from './editors.module.css';
import { ListEditorFrame } from './list-editor-frame.tsx';
import { placesText } from './places-text.ts';
import { RoomRow } from './room-row.tsx';
import { type ListEditorProps, useListDraft } from './use-list-draft.ts';
import { useListEditing } from './use-list-editing.ts';

const mostRooms = 99;
const blank = { isNew: true, roomCode: '', roomName: '', unit: '', unitCode: null };

type RoomsEditorProps = ListEditorProps<RoomDraft> & { readonly units: readonly Unit[] };

export function RoomsEditor({ saved, units, refetch }: RoomsEditorProps) {
  const places = useText(placesText);
  const signOf = ({ unitCode, unit }: RoomDraft) =>
    units.find((known) => known.unitCode === unitCode)?.unitName ?? (unit || places.shared);
  const draft = useListDraft({
    name: 'rooms',
    saved,
    merge: mergeList,
    refetch,
    method: 'settings.saveRooms',
    inputOf: (rooms) => ({
      rooms: rooms.map((room) => ({
        ...{ roomCode: room.roomCode, roomName: room.roomName, unitCode: room.unitCode },
        unit: signOf(room),
      })),
    }),
  });
  const nameOf = (room: RoomDraft | undefined) => room?.roomName || room?.roomCode || places.newRoom;
  const list = useListEditing({ draft, nameOf });
  const { value } = draft;

  return (
    <ListEditorFrame draft={draft} list={list} wordsOf={({ theirs }) => `“${theirs ?? places.shared}”`}>
      {value.length === 0 && <StateEmpty title={places.noRooms} hint={places.noRoomsHint} />}
      <ul className={classes.rooms}>
        {value.map((room) => (
          <RoomRow
            key={room.id}
            room={room}
            units={units}
            errors={list.errorsOf(room)}
            isFocused={list.isAdded(room)}
            name={nameOf(room)}
            onChange={list.put}
            onRemove={() => list.remove(room)}
          />
        ))}
      </ul>
      <AddButton
        label={places.addRoom}
        onAdd={() => list.add({ ...blank, id: crypto.randomUUID() })}
        isFull={value.length >= mostRooms}
      />
    </ListEditorFrame>
  );
}
