import { QueryView } from '../../../components/query-view.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { OrganisationEditor } from './organisation-editor.tsx';
import { organisationText } from './organisation-text.ts';
import { UnreadableDocument } from './unreadable-note.tsx';

export function OrganisationSection() {
  const text = useText(organisationText);
  const labels = useLabels();
  const documents = useQueryMethod('settings.get', {});
  return (
    <SettingsPanel title={labels.settingsSection.organisation} lead={text.lead}>
      <QueryView query={documents} lines={10}>
        {({ organisation }) =>
          organisation === null ? (
            <UnreadableDocument />
          ) : (
            <OrganisationEditor saved={organisation} refetch={documents.refetch} />
          )
        }
      </QueryView>
    </SettingsPanel>
  );
}
