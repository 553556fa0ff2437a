import { Stack } from '@mantine/core';
import { QueryView } from '../../components/query-view.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { DiallingForm } from './dialling-form.tsx';
import { ImportDirectory } from './import-directory.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { switchboardSettingsText } from './switchboard-text.ts';

export function SwitchboardSection() {
  const text = useText(switchboardSettingsText);
  const directory = useQueryMethod('switchboard.directory', {});
  return (
    <Stack gap="md">
      <SettingsPanel title={text.dialling} lead={text.diallingLead}>
        <QueryView query={directory}>
          {({ dialling }) => <DiallingForm key={JSON.stringify(dialling)} dialling={dialling} />}
        </QueryView>
      </SettingsPanel>
      <SettingsPanel title={text.import} lead={text.importLead}>
        <ImportDirectory />
      </SettingsPanel>
    </Stack>
  );
}
