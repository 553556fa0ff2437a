import { Stack } from '@mantine/core';
import { Note } from '../../components/note.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { SealCard } from './seal-card.tsx';
import { SealForm } from './seal-form.tsx';
import { sealText } from './seal-text.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { TimestampForm } from './timestamp-form.tsx';

export function SealSection() {
  const text = useText(sealText);
  const query = useQueryMethod('seal.get', {});
  return (
    <Stack gap="md">
      <SettingsPanel title={text.title} lead={text.lead}>
        <QueryView query={query}>
          {({ seal }) => (
            <Stack gap="md">
              <SealCard seal={seal} />
              <SealForm key={seal?.serialNumber} hasSeal={seal !== null} />
            </Stack>
          )}
        </QueryView>
      </SettingsPanel>
      <SettingsPanel title={text.timestampTitle} lead={text.timestampLead}>
        <QueryView query={query}>
          {({ timestampServer }) => (
            <Stack gap="md">
              {timestampServer === null && <Note tone="accent">{text.timestampNone}</Note>}
              <TimestampForm key={JSON.stringify(timestampServer)} server={timestampServer} />
            </Stack>
          )}
        </QueryView>
      </SettingsPanel>
    </Stack>
  );
}
