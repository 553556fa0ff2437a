import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { type DestructionRun, runItemsPage } from '../../../../src-shared/contract/retention.ts';
import { formatDate, formatNumber } from '../../../../src-shared/text/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { ReasonForm } from '../../../components/reason-form.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../../lib/use-method.ts';
import { RecordTable } from '../record-table.tsx';
import { retentionText } from './text.ts';

type Item = OutputOf<'retention.items'>['rows'][number];

/** What a run lists: kinds, numbers and days; whose they are is not said here. */
export function RunItems({ run }: { readonly run: DestructionRun }) {
  const text = useText(retentionText);
  const [offset, setOffset] = useState(0);
  const items = useQueryMethod('retention.items', { runId: run.id, offset }, { keepPrevious: true });
  const { recordClass, label, endedAt, standing } = text.itemHeads;
  return (
    <QueryView query={items} lines={6}>
      {({ rows, total }) => (
        <>
          <RecordTable heads={[recordClass, label, endedAt, standing]}>
            {rows.map((item) => (
              <ItemRow key={`${item.kind}/${item.id}`} run={run} item={item} />
            ))}
          </RecordTable>
          {total > runItemsPage && (
            <Group justify="space-between" mt="xs">
              <Text size="xs" role="status">
                {text.range(offset + 1, offset + rows.length, formatNumber(total))}
              </Text>
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={offset === 0}
                  onClick={() => setOffset(offset - runItemsPage)}
                >
                  {text.earlier}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={offset + rows.length >= total}
                  onClick={() => setOffset(offset + runItemsPage)}
                >
                  {text.later}
                </Button>
              </Group>
            </Group>
          )}
        </>
      )}
    </QueryView>
  );
}

function ItemRow({ run, item }: { readonly run: DestructionRun; readonly item: Item }) {
  const text = useText(retentionText);
  const takeOut = useCommand('retention.takeOut');
  const [isAsked, setAsked] = useState(false);
  const name = item.label === '' ? `…${item.id.slice(-8)}` : item.label;

  async function give(reason: string): Promise<void> {
    const result = await takeOut.run({ runId: run.id, kind: item.kind, id: item.id, reason });
    if (result.ok) setAsked(false);
  }

  return (
    <Table.Tr>
      <Table.Td>{text.classes[item.recordClass] ?? item.recordClass}</Table.Td>
      <Table.Td>{name}</Table.Td>
      <Table.Td>{item.endedAt === null ? '—' : formatDate(item.endedAt)}</Table.Td>
      <Table.Td>
        {text.standings[item.standing]}
        {item.reason !== '' && (
          <Text size="xs" c="var(--bk-muted)">
            {item.reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">
        {isAsked ? (
          <ReasonForm
            label={text.takeOutReason}
            action={text.takeOut}
            isRunning={takeOut.isRunning}
            failure={takeOut.failure}
            onGive={(reason) => void give(reason)}
            onCancel={() => setAsked(false)}
          />
        ) : (
          run.state === 'proposed' &&
          item.standing === 'listed' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.takeOutOf(name)}
              onClick={() => setAsked(true)}
            >
              {text.takeOut}
            </Button>
          )
        )}
      </Table.Td>
    </Table.Tr>
  );
}
