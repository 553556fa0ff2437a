import { Button, Group, NumberInput, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { retentionUnits } from '../../../../src-shared/rules/retention.ts';
import { notifyDone } from '../../../components/notify.ts';
import { StateError } from '../../../components/state-error.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { fieldErrors } from '../../../lib/form-errors.ts';
import { useCommand } from '../../../lib/use-method.ts';
import type { RetentionClass } from './periods-panel.tsx';
import { retentionText } from './text.ts';

type PeriodsFormProps = { readonly classes: readonly RetentionClass[]; readonly onDone: () => void };

/** All classes at once: what is saved here is the branch's own, and no draft any more. */
export function PeriodsForm({ classes, onDone }: PeriodsFormProps) {
  const text = useText(retentionText);
  const save = useCommand('retention.savePeriods');
  const [rows, setRows] = useState(classes);
  const refused = save.failure === null ? {} : fieldErrors(save.failure);
  const isAtFields = Object.keys(refused).length > 0;
  const heads = text.periodHeads;

  function change(code: string, changes: Partial<RetentionClass>): void {
    setRows(rows.map((row) => (row.code === code ? { ...row, ...changes } : row)));
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const given = rows.map(({ code, amount, unit, legalBasis }) => ({ code, amount, unit, legalBasis }));
    const result = await save.run({ classes: given });
    if (!result.ok) return;
    notifyDone(text.saved);
    onDone();
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} aria-label={text.periods}>
      <Stack gap="sm">
        {save.failure !== null && !isAtFields && <StateError failure={save.failure} />}
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {[heads.recordClass, heads.period, heads.basis].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => {
              const name = text.classes[row.code] ?? row.code;
              return (
                <Table.Tr key={row.code}>
                  <Table.Td style={{ verticalAlign: 'top' }}>
                    {name}
                    {row.least !== undefined && (
                      <Text size="xs" c="var(--bk-muted)">
                        {text.least(row.least)}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td style={{ verticalAlign: 'top' }}>
                    <Group gap={6} wrap="nowrap" align="flex-start">
                      <NumberInput
                        size="xs"
                        w="4.5rem"
                        aria-label={text.amountOf(name)}
                        min={1}
                        max={100}
                        allowDecimal={false}
                        value={row.amount}
                        onChange={(amount) => change(row.code, { amount: Number(amount) })}
                        error={refused[`classes.${index}.amount`]}
                      />
                      <Select
                        size="xs"
                        w="5.5rem"
                        aria-label={text.unitOf(name)}
                        data={retentionUnits.map((unit) => ({ value: unit, label: text.units[unit] }))}
                        value={row.unit}
                        onChange={(value) =>
                          change(row.code, {
                            unit: retentionUnits.find((unit) => unit === value) ?? row.unit,
                          })
                        }
                        allowDeselect={false}
                      />
                    </Group>
                  </Table.Td>
                  <Table.Td w="60%" style={{ verticalAlign: 'top' }}>
                    <TextInput
                      size="xs"
                      aria-label={text.basisOf(name)}
                      maxLength={300}
                      value={row.legalBasis}
                      onChange={(event) => change(row.code, { legalBasis: event.currentTarget.value })}
                      error={refused[`classes.${index}.legalBasis`]}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={onDone}>
            {text.cancel}
          </Button>
          <Button size="xs" type="submit" loading={save.isRunning}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
