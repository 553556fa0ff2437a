import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { ChannelsEditor } from './channels-editor.tsx';
import { channelsText } from './channels-text.ts';
import { UnreadableDocument } from './unreadable-note.tsx';

/** What each channel asks for, from registering to closing: data that an administrator changes. */
export function ChannelsSection() {
  const text = useText(channelsText);
  const labels = useLabels();
  const documents = useQueryMethod('settings.get', {});
  const file = documents.data?.channels;
  const saved = useMemo(
    () => file?.channels.map((channel) => ({ ...channel, id: channel.code, isNew: false })) ?? null,
    [file],
  );
  return (
    <SettingsPanel title={labels.settingsSection.channels} lead={text.lead(file?.version ?? 1)}>
      <QueryView query={documents} lines={8}>
        {() =>
          saved === null ? (
            <UnreadableDocument />
          ) : (
            <ChannelsEditor saved={saved} refetch={documents.refetch} />
          )
        }
      </QueryView>
    </SettingsPanel>
  );
}
