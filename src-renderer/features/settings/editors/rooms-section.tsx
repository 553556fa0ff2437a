import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { placesText } from './places-text.ts';
import { RoomsEditor } from './rooms-editor.tsx';
import { UnreadableDocument } from './unreadable-note.tsx';

export function RoomsSection() {
  const text = useText(placesText);
  const labels = useLabels();
  const documents = useQueryMethod('settings.get', {});
  const rooms = documents.data?.rooms;
  const saved = useMemo(
    () => rooms?.map((room) => ({ ...room, id: room.roomCode, isNew: false })) ?? null,
    [rooms],
  );
  return (
    <SettingsPanel title={labels.settingsSection.rooms} lead={text.roomsLead}>
      <QueryView query={documents}>
        {({ units }) =>
          saved === null ? (
            <UnreadableDocument />
          ) : (
            <RoomsEditor saved={saved} units={units ?? []} refetch={documents.refetch} />
          )
        }
      </QueryView>
    </SettingsPanel>
  );
}
