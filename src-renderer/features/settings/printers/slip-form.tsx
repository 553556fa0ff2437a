import { Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import {
  buzzers,
  cuts,
  headWidths,
  letterings,
  type SlipPrinter,
} from '../../../../src-shared/contract/printers.ts';
import { notifyDone } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { connectionOf, valuesOf } from './connection.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { PrinterForm, type RoleFormProps } from './printer-form.tsx';
import { printersText } from './text.ts';

const usual = { lettering: 'PC857', headDots: 576, cut: 'partial', buzzer: 'none' } as const;

export function SlipForm({ saved, canChange, search }: RoleFormProps<SlipPrinter>) {
  const text = useText(printersText);
  const compare = useCommand('printer.testLetterings');
  const [isComparing, setComparing] = useState(false);
  const { connection, ...look } = saved ?? { ...usual, connection: undefined };
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      printer: { ...look, headDots: String(look.headDots), connection: valuesOf(connection) },
    },
  });
  const { printer } = form.values;
  const field = (name: 'lettering' | 'headDots' | 'cut' | 'buzzer') => form.getInputProps(`printer.${name}`);

  return (
    <PrinterForm
      {...{ role: 'slip', saved: connection, canChange, search, form }}
      toChange={() => {
        const values = form.getValues().printer;
        const reached = connectionOf(values.connection);
        const headDots = headWidths.find((width) => String(width) === values.headDots) ?? usual.headDots;
        return { role: 'slip', printer: reached && { ...values, headDots, connection: reached } };
      }}
      trialFailure={compare.failure}
      trials={
        <Button
          variant="default"
          loading={compare.isRunning}
          disabled={form.isDirty()}
          onClick={async () => {
            const result = await compare.run({});
            setComparing(result.ok);
            if (result.ok) notifyDone(text.whichHint);
          }}
        >
          {text.compare}
        </Button>
      }
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
          <Select
            label={text.headDots}
            w={180}
            allowDeselect={false}
            data={headWidths.map((width) => ({ value: String(width), label: text.heads[width] }))}
            {...field('headDots')}
          />
          <Select
            label={text.cut}
            w={160}
            allowDeselect={false}
            data={cuts.map((cut) => ({ value: cut, label: text.cuts[cut] }))}
            {...field('cut')}
          />
          <Select
            label={text.buzzer}
            w={220}
            allowDeselect={false}
            data={buzzers.map((buzzer) => ({ value: buzzer, label: text.buzzers[buzzer] }))}
            {...field('buzzer')}
          />
        </Group>
      )}
      {printer.connection.kind !== 'none' && (
        <Radio.Group
          label={isComparing ? text.which : text.lettering}
          description={isComparing ? text.whichHint : text.letteringHint}
          {...field('lettering')}
        >
          <Stack gap={6} mt={6}>
            {letterings.map((lettering, index) => (
              <Radio
                key={lettering}
                value={lettering}
                label={
                  <Text span size="sm">
                    {isComparing && `${index + 1}) `}
                    {text.letterings[lettering]}
                  </Text>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </PrinterForm>
  );
}
