import { Button, Group, Stack, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { formatNumber } from '../../../src-shared/text/format.ts';
import { Note } from '../../components/note.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { auditText } from './audit-text.ts';

/** Whether the records above can be relied on: the chain of all entries, verified up to now. */
export function ChainCheck() {
  const text = useText(auditText);
  const { data, error, isFetching, refetch } = useQueryMethod('system.verifyLedger', {}, { enabled: false });
  const fault = data?.fault;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLink size={15} aria-hidden />}
          loading={isFetching}
          onClick={() => void refetch()}
        >
          {text.chain}
        </Button>
        <Text size="sm" c="var(--bk-muted)">
          {text.chainLead}
        </Text>
      </Group>
      {error !== null && <StateError failure={error} />}
      {data !== undefined && error === null && !isFetching && (
        <Note tone={fault ? 'danger' : 'success'}>
          {fault
            ? text.chainFault(fault.seq, fault.log, fault.kind === 'hole' ? 'missing' : 'changed')
            : text.chainFine(formatNumber(data.entries))}
        </Note>
      )}
    </Stack>
  );
}
