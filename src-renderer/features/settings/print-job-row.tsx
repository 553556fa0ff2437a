import { Button, Group, Table, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconDeviceDesktop,
  IconPrinter,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PrintJobRow } from '../../../src-shared/contract/print.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { notifyFailure } from '../../components/notify.ts';
import { StatusBadge, type Tone } from '../../components/status-badge.tsx';
import { useCommonText, useLabels, useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { settingsText } from './text.ts';

const looks: Readonly<Record<PrintJobRow['state'], { readonly tone: Tone; readonly icon: ReactNode }>> = {
  queued: { tone: 'neutral', icon: <IconClock /> },
  sent: { tone: 'accent', icon: <IconPrinter /> },
  confirmed: { tone: 'success', icon: <IconCircleCheck /> },
  shown: { tone: 'neutral', icon: <IconDeviceDesktop /> },
  failed: { tone: 'danger', icon: <IconAlertTriangle /> },
};

type JobRowProps = { readonly job: PrintJobRow; readonly onOpen: (jobId: string) => void };

export function JobRow({ job, onOpen }: JobRowProps) {
  const text = useText(settingsText);
  const labels = useLabels();
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDateTime(job.requestedAt)}</Table.Td>
      <Table.Td fw={600}>{job.subject}</Table.Td>
      <Table.Td>
        {labels.document[job.document]}
        {job.copyNo > 1 && ` · ${text.copy(job.copyNo)}`}
      </Table.Td>
      <Table.Td>
        <StatusBadge {...looks[job.state]} label={labels.printState[job.state]} />
        {job.reason !== '' && (
          <Text size="xs" c="var(--bk-muted)" mt={2}>
            {job.reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <JobActions job={job} />
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.viewPrint(job.subject)}
            onClick={() => onOpen(job.jobId)}
          >
            {text.view}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** Only a person can know of a paper that was sent; what failed is tried again by a person. */
function JobActions({ job: { jobId, state, subject } }: Pick<JobRowProps, 'job'>) {
  const text = useText(settingsText);
  const common = useCommonText();
  const retry = useCommand('print.retry');
  const confirm = useCommand('print.confirm');
  const again = async () => {
    const result = await retry.run({ jobId });
    if (!result.ok) notifyFailure(result.error);
  };
  const say = async (cameOut: boolean) => {
    const result = await confirm.run({ jobId, cameOut });
    if (!result.ok) notifyFailure(result.error);
  };
  if (state === 'failed')
    return (
      <Button
        size="compact-sm"
        variant="light"
        loading={retry.isRunning}
        aria-label={text.printAgain(subject)}
        onClick={() => void again()}
      >
        {common.retry}
      </Button>
    );
  if (state !== 'sent') return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        loading={confirm.isRunning}
        aria-label={text.paperCameOut(subject)}
        onClick={() => void say(true)}
      >
        {text.cameOut}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={confirm.isRunning}
        aria-label={text.paperNotOut(subject)}
        onClick={() => void say(false)}
      >
        {text.notOut}
      </Button>
    </>
  );
}
