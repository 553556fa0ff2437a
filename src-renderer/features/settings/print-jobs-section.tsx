import { Group } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { PrintJobRow } from '../../../src-shared/contract/print.ts';
import { PrintedPaper } from '../../components/printed-paper.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { JobRow } from './print-job-row.tsx';
import { RecordTable } from './record-table.tsx';
import classes from './settings.module.css';
import { SettingsPanel } from './settings-panel.tsx';
import { settingsText } from './text.ts';

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
