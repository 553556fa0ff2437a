import { useEffect } from 'react';
import type { PrintJobRow, PrintLine } from '../../../src-shared/contract/print.ts';
import { PrintPreview } from '../../components/print-preview.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import classes from './registered-panel.module.css';
import { solutionPointText } from './text.ts';

type ReceiptPreviewProps = { readonly job: PrintJobRow; readonly lines: readonly PrintLine[] };

/** The receipt as the paper would show it, where no printer is configured; showing it settles the job. */
export function ReceiptPreview({ job, lines }: ReceiptPreviewProps) {
  const text = useText(solutionPointText);
  const { run } = useCommand('print.markShown');
  const { jobId, state } = job;
  useEffect(() => {
    if (state === 'queued') void run({ jobId });
  }, [jobId, state, run]);
  return (
    <div className={classes.paper}>
      <PrintPreview lines={lines} label={text.result.printPreview} />
    </div>
  );
}
