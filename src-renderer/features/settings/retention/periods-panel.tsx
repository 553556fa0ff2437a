import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { PeriodsForm } from './periods-form.tsx';
import { retentionText } from './text.ts';

export type RetentionClass = OutputOf<'retention.state'>['classes'][number];

type PeriodsPanelProps = { readonly classes: readonly RetentionClass[]; readonly canChange: boolean };

export function PeriodsPanel({ classes, canChange }: PeriodsPanelProps) {
  const text = useText(retentionText);
  const [isOpen, setOpen] = useState(false);
  const { recordClass, period, basis } = text.periodHeads;
  return (
    <SettingsPanel
      title={text.periods}
      lead={text.periodsLead}
      actions={
        canChange &&
        !isOpen && (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {text.change}
          </Button>
        )
      }
    >
      {isOpen ? (
        <PeriodsForm classes={classes} onDone={() => setOpen(false)} />
      ) : (
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {[recordClass, period, basis].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {classes.map((item) => (
              <Table.Tr key={item.code}>
                <Table.Td style={{ verticalAlign: 'top' }}>
                  {text.classes[item.code]}
                  {item.onRequest && (
                    <Text size="xs" c="var(--bk-muted)">
                      {text.early}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ verticalAlign: 'top', whiteSpace: 'nowrap' }}>
                  {item.amount} {text.units[item.unit]}
                  {item.confidence !== 'high' && (
                    <Text size="xs" c="var(--bk-warning)">
                      {text.draft}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{item.legalBasis}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SettingsPanel>
  );
}
