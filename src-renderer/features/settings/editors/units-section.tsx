import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { placesText } from './places-text.ts';
import { UnitsEditor } from './units-editor.tsx';
import { UnreadableDocument } from './unreadable-note.tsx';

export function UnitsSection() {
  const text = useText(placesText);
  const labels = useLabels();
  const documents = useQueryMethod('settings.get', {});
  const units = documents.data?.units;
  const saved = useMemo(
    () =>
      units?.map((unit) => ({
        ...{ ...unit, teamsAddress: unit.teamsAddress ?? '' },
        ...{ id: unit.unitCode, isNew: false },
      })) ?? null,
    [units],
  );
  return (
    <SettingsPanel title={labels.settingsSection.units} lead={text.unitsLead}>
      <QueryView query={documents}>
        {() =>
          saved === null ? <UnreadableDocument /> : <UnitsEditor saved={saved} refetch={documents.refetch} />
        }
      </QueryView>
    </SettingsPanel>
  );
}
