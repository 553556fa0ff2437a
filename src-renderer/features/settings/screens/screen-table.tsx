import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { Screen } from '../../../../src-shared/contract/screen.ts';
import { formatDateTime } from '../../../../src-shared/text/format.ts';
import { ConfirmBar } from '../../../components/confirm-bar.tsx';
import { notifyDone, notifyFailure } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { RecordTable } from '../record-table.tsx';
import { screensText } from './text.ts';

export function ScreenTable({ screens }: { readonly screens: readonly Screen[] }) {
  const text = useText(screensText);
  const withdraw = useCommand('screen.withdraw');
  const [asked, setAsked] = useState<Screen | null>(null);

  const confirm = async ({ id, name }: Screen) => {
    const result = await withdraw.run({ screenId: id });
    setAsked(null);
    if (result.ok) notifyDone(text.withdrawn(name));
    else notifyFailure(result.error);
  };

  return (
    <>
      {asked !== null && (
        <ConfirmBar
          question={text.withdrawQuestion(asked.name)}
          confirmLabel={text.withdraw}
          isRunning={withdraw.isRunning}
          onConfirm={() => void confirm(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
      <RecordTable heads={[text.name, text.kind, text.room, text.addedAt]}>
        {screens.map((screen) => (
          <Table.Tr key={screen.id}>
            <Table.Td fw={600}>{screen.name}</Table.Td>
            <Table.Td>{text.kinds[screen.kind]}</Table.Td>
            <Table.Td>{screen.roomName ?? '–'}</Table.Td>
            <Table.Td>{formatDateTime(screen.addedAt)}</Table.Td>
            <Table.Td ta="right">
              <Button
                size="compact-sm"
                variant="default"
                aria-label={text.withdrawOf(screen.name)}
                onClick={() => setAsked(screen)}
              >
                {text.withdraw}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </RecordTable>
    </>
  );
}
