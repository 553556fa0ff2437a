import { Stack } from '@mantine/core';
import { Note } from '../../components/note.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { TeamsForm } from './teams-form.tsx';
import { teamsText } from './teams-text.ts';

export function TeamsSection() {
  const text = useText(teamsText);
  const teams = useQueryMethod('teams.get', {});
  return (
    <SettingsPanel title={text.title} lead={text.lead}>
      <QueryView query={teams}>
        {({ isHere, account }) =>
          isHere ? (
            <Stack gap="md">
              {account === null && <Note tone="accent">{text.none}</Note>}
              <TeamsForm key={JSON.stringify(account)} account={account} />
            </Stack>
          ) : (
            <Note tone="accent">{text.elsewhere}</Note>
          )
        }
      </QueryView>
    </SettingsPanel>
  );
}
