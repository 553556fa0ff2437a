import { Stack } from '@mantine/core';
import { BackupPanel } from './backup-panel.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { RebuildPanel } from './rebuild-panel.tsx';

export function StoreSection({ isAdministrator }: { readonly isAdministrator: boolean }) {
  return (
    <Stack gap="md">
      <LedgerPanel />
      {isAdministrator && <BackupPanel />}
      {isAdministrator && <RebuildPanel />}
    </Stack>
  );
}
