import { Group, NumberInput, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type LabelPrinter, labelDpis } from '../../../../src-shared/contract/printers.ts';
import { useText } from '../../../i18n/use-text.ts';
import { connectionOf, valuesOf } from './connection.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { PrinterForm, type RoleFormProps } from './printer-form.tsx';
import { printersText } from './text.ts';

const usual = { dpi: 203, widthMm: 100, heightMm: 50 } as const;

export function LabelForm({ saved, canChange, search }: RoleFormProps<LabelPrinter>) {
  const text = useText(printersText);
  const { connection, dpi, ...size } = saved ?? { ...usual, connection: undefined };
  const form = useForm<{
    printer: {
      dpi: string;
      widthMm: number | string;
      heightMm: number | string;
      connection: ReturnType<typeof valuesOf>;
    };
  }>({
    mode: 'controlled',
    initialValues: { printer: { ...size, dpi: String(dpi), connection: valuesOf(connection) } },
  });
  const { printer } = form.values;
  return (
    <PrinterForm
      {...{ role: 'label', saved: connection, canChange, search, form }}
      toChange={() => {
        const values = form.getValues().printer;
        const reached = connectionOf(values.connection);
        const chosen = labelDpis.find((known) => String(known) === values.dpi) ?? usual.dpi;
        const [widthMm, heightMm] = [Number(values.widthMm), Number(values.heightMm)];
        return { role: 'label', printer: reached && { connection: reached, dpi: chosen, widthMm, heightMm } };
      }}
    >
      <ConnectionFields
        kinds={['network', 'queue']}
        values={printer.connection}
        inputProps={(name) => form.getInputProps(`printer.connection.${name}`)}
        onFound={(host, port) =>
          form.setFieldValue('printer.connection', { ...printer.connection, host, port })
        }
        search={search}
      />
      {printer.connection.kind !== 'none' && (
        <Group align="flex-start" gap="md">
          <NumberInput
            label={text.widthMm}
            w={140}
            allowDecimal={false}
            {...form.getInputProps('printer.widthMm')}
          />
          <NumberInput
            label={text.heightMm}
            w={140}
            allowDecimal={false}
            {...form.getInputProps('printer.heightMm')}
          />
          <Select
            label={text.dpi}
            w={140}
            allowDeselect={false}
            data={labelDpis.map((known) => ({ value: String(known), label: `${known} dpi` }))}
            {...form.getInputProps('printer.dpi')}
          />
        </Group>
      )}
    </PrinterForm>
  );
}
