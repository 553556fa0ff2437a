import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Hold } from '../../../../src-shared/contract/retention.ts';
import { formatDate } from '../../../../src-shared/text/format.ts';
import { ReasonForm } from '../../../components/reason-form.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { RecordTable } from '../record-table.tsx';
import { SettingsPanel } from '../settings-panel.tsx';
import { retentionText } from './text.ts';

export function HoldsPanel({ holds }: { readonly holds: readonly Hold[] }) {
  const text = useText(retentionText);
  const { subject, reason, reference, placed } = text.holdHeads;
  return (
    <SettingsPanel title={text.holds} lead={text.holdsLead}>
      {holds.length === 0 ? (
        <Text size="sm">{text.noHolds}</Text>
      ) : (
        <RecordTable heads={[subject, reason, reference, placed]}>
          {holds.map((hold) => (
            <HoldRow key={`${hold.subject.kind}/${hold.subject.id}`} hold={hold} />
          ))}
        </RecordTable>
      )}
    </SettingsPanel>
  );
}

function HoldRow({ hold }: { readonly hold: Hold }) {
  const text = useText(retentionText);
  const lift = useCommand('hold.lift');
  const [isAsked, setAsked] = useState(false);
  return (
    <Table.Tr>
      <Table.Td>{hold.label}</Table.Td>
      <Table.Td>{hold.reason}</Table.Td>
      <Table.Td>{hold.reference || '—'}</Table.Td>
      <Table.Td>
        {hold.placed.name}, {formatDate(hold.placed.at)}
      </Table.Td>
      <Table.Td ta="right">
        {isAsked ? (
          <ReasonForm
            label={text.liftReason}
            action={text.lift}
            isRunning={lift.isRunning}
            failure={lift.failure}
            onGive={(reason) => void lift.run({ ...hold.subject, reason })}
            onCancel={() => setAsked(false)}
          />
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.liftOf(hold.label)}
            onClick={() => setAsked(true)}
          >
            {text.lift}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
