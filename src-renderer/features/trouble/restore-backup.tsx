import { Button, Paper, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { SystemState } from '../../../src-shared/contract/system.ts';
import { formatDateTime, formatNumber } from '../../../src-shared/text/format.ts';
import { ConfirmBar } from '../../components/confirm-bar.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { troubleText } from './text.ts';

type Backup = NonNullable<SystemState['trouble']>['backups'][number];

export function RestoreBackup({ backups }: { readonly backups: readonly Backup[] }) {
  const text = useText(troubleText);
  const restore = useCommand('recovery.restore');
  const [file, setFile] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const chosen = backups.find((backup) => backup.file === file) ?? backups[0];
  return (
    <Paper p="md" bg="var(--bk-surface)">
      <Text fw={600}>{text.restore}</Text>
      <Text size="sm" c="var(--bk-muted)">
        {backups.length === 0 ? text.noBackups : text.restoreHint}
      </Text>
      {restore.failure !== null && <StateError failure={restore.failure} />}
      {chosen !== undefined && (
        <Stack gap="sm" mt="sm">
          <Radio.Group value={chosen.file} onChange={setFile} aria-label={text.restore}>
            <Stack gap={6}>
              {backups.slice(0, 6).map(({ file: name, at, bytes }) => (
                <Radio
                  key={name}
                  value={name}
                  label={text.backup(formatDateTime(at), text.megabytes(formatNumber(bytes / 1_048_576, 1)))}
                />
              ))}
            </Stack>
          </Radio.Group>
          {isAsking ? (
            <ConfirmBar
              question={text.confirmQuestion(formatDateTime(chosen.at))}
              confirmLabel={text.confirmRestore}
              isRunning={restore.isRunning}
              onConfirm={() => void restore.run({ file: chosen.file })}
              onCancel={() => setAsking(false)}
            />
          ) : (
            <Button variant="default" onClick={() => setAsking(true)} style={{ alignSelf: 'flex-start' }}>
              {text.confirmRestore}
            </Button>
          )}
        </Stack>
      )}
    </Paper>
  );
}
