import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { SystemState } from '../../../src-shared/contract/system.ts';
import { FrontPage } from '../../components/front-page.tsx';
import { Note } from '../../components/note.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { RestoreBackup } from './restore-backup.tsx';
import { troubleText } from './text.ts';

type TroubleScreenProps = { readonly trouble: SystemState['trouble']; readonly version: string };

/** The store can't be opened: what happened, that nothing is gone, and what can be done about it. */
export function TroubleScreen({ trouble, version }: TroubleScreenProps) {
  const text = useText(troubleText);
  const retry = useCommand('recovery.retry');
  const exportStore = useCommand('recovery.export');
  const [folder, setFolder] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const ways = trouble?.ways ?? ['retry'];
  const failure = retry.failure ?? exportStore.failure;
  return (
    <FrontPage title={text.titles[trouble?.kind ?? 'unexpected']} width={40}>
      <Stack gap="md">
        <Note tone="warning">
          <Stack gap={4}>
            <span>{trouble?.sentence}</span>
            <span>{text.nothingLost}</span>
          </Stack>
        </Note>
        {failure !== null && <StateError failure={failure} />}
        {ways.includes('retry') && (
          <Choice title={text.retry} hint={isTried ? text.triedInVain : text.retryHint}>
            <Button loading={retry.isRunning} onClick={async () => setTried((await retry.run({})).ok)}>
              {text.retry}
            </Button>
          </Choice>
        )}
        {ways.includes('restore') && <RestoreBackup backups={trouble?.backups ?? []} />}
        {ways.includes('export') && (
          <Choice title={text.exportStore} hint={folder === null ? text.exportHint : text.exported(folder)}>
            <Button
              variant="default"
              loading={exportStore.isRunning}
              onClick={async () => {
                const result = await exportStore.run({});
                if (result.ok) setFolder(result.value.folder);
              }}
            >
              {text.exportStore}
            </Button>
          </Choice>
        )}
        <Text size="xs" c="var(--bk-muted)">
          {text.version(version)}
        </Text>
      </Stack>
    </FrontPage>
  );
}

type ChoiceProps = { readonly title: string; readonly hint: string; readonly children: ReactNode };

function Choice({ title, hint, children }: ChoiceProps) {
  return (
    <Paper p="md" bg="var(--bk-surface)">
      <Group justify="space-between" wrap="nowrap" gap="lg">
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="var(--bk-muted)" aria-live="polite" style={{ overflowWrap: 'anywhere' }}>
            {hint}
          </Text>
        </div>
        <div style={{ flex: 'none' }}>{children}</div>
      </Group>
    </Paper>
  );
}
