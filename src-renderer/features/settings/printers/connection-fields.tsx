import { Group, NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import type { RawConnection } from '../../../../src-shared/contract/printers.ts';
import { Note } from '../../../components/note.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { ConnectionValues } from './connection.ts';
import { FoundOnNetwork } from './found-on-network.tsx';
import { printersText } from './text.ts';
import type { PrinterSearch } from './use-printer-search.ts';

type ConnectionFieldsProps = {
  readonly kinds: readonly RawConnection['kind'][];
  readonly values: ConnectionValues;
  /** Of the form, by the field's name. */
  readonly inputProps: (name: keyof ConnectionValues) => object;
  readonly onFound: (host: string, port: number) => void;
  readonly search: PrinterSearch;
};

/** How this PC reaches a printer: by its own address, or by the system that it is installed on. */
export function ConnectionFields({ kinds, values, inputProps, onFound, search }: ConnectionFieldsProps) {
  const text = useText(printersText);
  return (
    <>
      <Radio.Group label={text.kind} {...inputProps('kind')}>
        <Group gap="lg" mt={6}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={text[kind]} />
          ))}
          <Radio value="none" label={text.none} />
        </Group>
      </Radio.Group>
      {values.kind === 'network' && (
        <Stack gap="sm">
          <Group align="flex-start" gap="md">
            <TextInput
              label={text.host}
              placeholder={text.hostExample}
              required
              w={240}
              spellCheck={false}
              {...inputProps('host')}
            />
            <NumberInput
              label={text.port}
              required
              w={110}
              hideControls
              allowDecimal={false}
              {...inputProps('port')}
            />
          </Group>
          <FoundOnNetwork search={search} onFound={onFound} />
        </Stack>
      )}
      {values.kind === 'queue' && <QueueField {...{ values, inputProps, search }} />}
    </>
  );
}

function QueueField({
  values,
  inputProps,
  search,
}: Pick<ConnectionFieldsProps, 'values' | 'inputProps' | 'search'>) {
  const text = useText(printersText);
  const { begin } = search;
  useEffect(begin, [begin]);
  const queues = search.found?.queues ?? [];
  const names = new Set([...queues.map(({ name }) => name), ...(values.name === '' ? [] : [values.name])]);
  const preferred = queues.find(({ isDefault }) => isDefault)?.name;
  const trouble = search.found?.queuesTrouble ?? null;
  return (
    <Stack gap="sm">
      <Select
        label={text.queueName}
        placeholder={text.queueExample}
        required
        w={360}
        allowDeselect={false}
        data={[...names].map((name) => ({
          value: name,
          label: name === preferred ? text.isDefault(name) : name,
        }))}
        {...inputProps('name')}
      />
      {trouble !== null && <Note tone="warning">{trouble}</Note>}
      {trouble === null && search.found !== undefined && queues.length === 0 && (
        <Note tone="accent">{text.noQueues}</Note>
      )}
    </Stack>
  );
}
