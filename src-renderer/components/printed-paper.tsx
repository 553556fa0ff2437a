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
    shown: 'Tanımlı yazıcı yok; belge ekranda gösteriliyor.',
    failed: (reason: string) => `Basılamadı: ${reason}`,
    show: 'Belgeyi göster',
    hide: 'Belgeyi gizle',
    retry: 'Yeniden dene',
  },
  {
    queued: 'Waiting for the printer.',
    sent: 'Sent to the printer.',
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
  const connection = useQueryMethod('system.connection', {});
  const { run: markShown } = useCommand('print.markShown');
  const isOnScreen = connection.data?.printer.isConfigured === false;
  const isQueued = preview.data?.job.state === 'queued';

  useEffect(() => {
    if (isOnScreen && isQueued) void markShown({ jobId });
  }, [isOnScreen, isQueued, jobId, markShown]);

  return (
    <QueryView query={preview} lines={6}>
      {({ job, lines }) => (
        <Stack gap="xs" w="100%">
          <JobLine job={job} isOnScreen={isOnScreen} />
          <Paper isOpen={isOnScreen || job.state === 'shown'} label={label} lines={lines} />
        </Stack>
      )}
    </QueryView>
  );
}

function JobLine({ job, isOnScreen }: { readonly job: PrintJobRow; readonly isOnScreen: boolean }) {
  const text = useText(texts);
  const retry = useCommand('print.retry');
  const words = isOnScreen ? text.shown : job.state === 'failed' ? text.failed(job.reason) : text[job.state];
  return (
    <Text
      size="sm"
      ta="center"
      c={job.state === 'failed' ? 'var(--bk-danger)' : 'var(--bk-muted)'}
      role="status"
    >
      {words}
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
