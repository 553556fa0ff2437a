import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PrintJobRow } from '../../src-shared/contract/print.ts';
import { defineText } from '../i18n/define-text.ts';
import { useText } from '../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../lib/use-method.ts';
import { PrintPreview } from './print-preview.tsx';
import { QueryView } from './query-view.tsx';

const texts = defineText(
  {
    queued: 'Yazıcı sırasında bekliyor.',
    sent: 'Yazıcıya gönderildi.',
    confirmed: 'Kâğıt çıktı.',
    sheet: 'A4 belgesi; kâğıtta ya da başvurunun dosyasında görülür.',
    shown: 'Tanımlı yazıcı yok; belge ekranda gösteriliyor.',
    failed: (reason: string) => `Basılamadı: ${reason}`,
    show: 'Belgeyi göster',
    hide: 'Belgeyi gizle',
    retry: 'Yeniden dene',
  },
  {
    queued: 'Waiting for the printer.',
    sent: 'Sent to the printer.',
    confirmed: 'The paper came out.',
    sheet: 'A document on A4; it is seen on paper or in its file.',
    shown: 'No printer is configured; the document is shown here.',
    failed: (reason) => `Not printed: ${reason}`,
    show: 'Show the document',
    hide: 'Hide the document',
    retry: 'Try again',
  },
);

type PrintedPaperProps = { readonly jobId: string; readonly label: string };

/** What became of a print job; the paper itself where no printer is configured, which also ends the job. */
export function PrintedPaper({ jobId, label }: PrintedPaperProps) {
  const preview = useQueryMethod('print.preview', { jobId });
  const { run: markShown } = useCommand('print.markShown');
  // Only a slip can be shown by what it says.
  const isOnScreen = preview.data?.hasPrinter === false && preview.data.lines.length > 0;
  const isQueued = preview.data?.job.state === 'queued';

  useEffect(() => {
    if (isOnScreen && isQueued) void markShown({ jobId });
  }, [isOnScreen, isQueued, jobId, markShown]);

  return (
    <QueryView query={preview} lines={6}>
      {({ job, lines }) => (
        <Stack gap="xs" w="100%">
          <JobLine job={job} isOnScreen={isOnScreen} />
          {lines.length > 0 && (
            <Paper isOpen={isOnScreen || job.state === 'shown'} label={label} lines={lines} />
          )}
          {lines.length === 0 && <SheetLine />}
        </Stack>
      )}
    </QueryView>
  );
}

function JobLine({ job, isOnScreen }: { readonly job: PrintJobRow; readonly isOnScreen: boolean }) {
  const text = useText(texts);
  const retry = useCommand('print.retry');
  const words = isOnScreen ? text.shown : job.state === 'failed' ? text.failed(job.reason) : text[job.state];
  // Such as paper that ran out while the job waits in the system's queue.
  const note = job.state === 'failed' || isOnScreen ? '' : job.reason;
  return (
    <Text
      size="sm"
      ta="center"
      c={job.state === 'failed' ? 'var(--bk-danger)' : 'var(--bk-muted)'}
      role="status"
    >
      {words}
      {note !== '' && ` ${note}`}
      {job.state === 'failed' && !isOnScreen && (
        <Button
          size="compact-xs"
          variant="default"
          ml="xs"
          loading={retry.isRunning}
          onClick={() => void retry.run({ jobId: job.jobId })}
        >
          {text.retry}
        </Button>
      )}
    </Text>
  );
}

function SheetLine() {
  const text = useText(texts);
  return (
    <Text size="sm" ta="center" c="var(--bk-muted)">
      {text.sheet}
    </Text>
  );
}

type PaperProps = Parameters<typeof PrintPreview>[0] & { readonly isOpen: boolean };

function Paper({ isOpen, label, lines }: PaperProps) {
  const text = useText(texts);
  const [isAsked, setAsked] = useState(false);
  if (isOpen) return <PrintPreview lines={lines} label={label} />;
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => setAsked(!isAsked)} aria-expanded={isAsked}>
        {isAsked ? text.hide : text.show}
      </Button>
      {isAsked && <PrintPreview lines={lines} label={label} />}
    </>
  );
}
