import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { DesksEditor } from './desks-editor.tsx';
import { editorsText } from './text.ts';
import { UnreadableDocument } from './unreadable-note.tsx';

export function DesksSection() {
  const text = useText(editorsText);
  const labels = useLabels();
  const documents = useQueryMethod('settings.get', {});
  const desks = documents.data?.desks;
  const saved = useMemo(
    () => desks?.map((desk) => ({ ...desk, id: desk.deskCode, isNew: false })) ?? null,
    [desks],
  );
  return (
    <SettingsPanel title={labels.settingsSection.desks} lead={text.desksLead}>
      <QueryView query={documents}>
        {() =>
          saved === null ? <UnreadableDocument /> : <DesksEditor saved={saved} refetch={documents.refetch} />
        }
      </QueryView>
    </SettingsPanel>
  );
}
