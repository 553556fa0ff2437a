import { Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconDeviceDesktop, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { PrintJobRow } from '../../../src-shared/contract/print.ts';
import { isSheet } from '../../../src-shared/ledger/application-entries.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { notifyFailure } from '../../components/notify.ts';
import { PrintedPaper } from '../../components/printed-paper.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { StatusBadge, type Tone } from '../../components/status-badge.tsx';
import { useCommonText, useLabels, useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { RecordTable } from './record-table.tsx';
import classes from './settings.module.css';
import { SettingsPanel } from './settings-panel.tsx';
import { settingsText } from './text.ts';

const looks: Readonly<Record<PrintJobRow['state'], { readonly tone: Tone; readonly icon: ReactNode }>> = {
  queued: { tone: 'neutral', icon: <IconClock /> },
  sent: { tone: 'success', icon: <IconPrinter /> },
  shown: { tone: 'accent', icon: <IconDeviceDesktop /> },
  failed: { tone: 'danger', icon: <IconAlertTriangle /> },
};

export function PrintJobsSection() {
  const text = useText(settingsText);
  const labels = useLabels();
  const jobs = useQueryMethod('print.jobs', {});
  const [openJob, setOpenJob] = useState<string | null>(null);
  return (
    <SettingsPanel title={labels.settingsSection.prints} lead={text.printsLead}>
      <QueryView query={jobs}>
        {({ jobs: rows }) =>
          rows.length === 0 ? (
            <StateEmpty
              icon={<IconPrinter size={32} stroke={1.4} />}
              title={text.noPrints}
              hint={text.noPrintsHint}
            />
          ) : (
            <Group align="flex-start" gap="lg" wrap="nowrap">
              <JobTable jobs={rows} onOpen={setOpenJob} />
              {openJob !== null && (
                <div className={classes.paper}>
                  <PrintedPaper key={openJob} jobId={openJob} label={text.preview} />
                </div>
              )}
            </Group>
          )
        }
      </QueryView>
    </SettingsPanel>
  );
}

type JobTableProps = { readonly jobs: readonly PrintJobRow[]; readonly onOpen: (jobId: string) => void };

function JobTable({ jobs, onOpen }: JobTableProps) {
  const text = useText(settingsText);
  return (
    <RecordTable heads={[text.requestedAt, text.subject, text.document, text.state]}>
      {jobs.map((job) => (
        <JobRow key={job.jobId} job={job} onOpen={onOpen} />
      ))}
    </RecordTable>
  );
}

type JobRowProps = { readonly job: PrintJobRow; readonly onOpen: (jobId: string) => void };

function JobRow({ job, onOpen }: JobRowProps) {
  const text = useText(settingsText);
  const labels = useLabels();
  const common = useCommonText();
  const retry = useCommand('print.retry');
  const again = async () => {
    const result = await retry.run({ jobId: job.jobId });
    if (!result.ok) notifyFailure(result.error);
  };
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
          <Text size="xs" c="var(--bk-muted)">
            {job.reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {job.state === 'failed' && (
          <Button
            size="compact-sm"
            variant="light"
            mr="xs"
            loading={retry.isRunning}
            aria-label={text.printAgain(job.subject)}
            onClick={() => void again()}
          >
            {common.retry}
          </Button>
        )}
        {!isSheet(job.document) && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.viewPrint(job.subject)}
            onClick={() => onOpen(job.jobId)}
          >
            {text.view}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
