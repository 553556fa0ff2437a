import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { PrintPreview } from '../../components/print-preview.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { SheetsMenu } from './sheets-menu.tsx';
import { applicationFileText } from './text.ts';

/** Its A4 documents; the receipt's slip once more, marked as a copy, and on screen where no printer is configured. */
export function FilePapers({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const role = useUser()?.role;
  const isDesk = role !== undefined && role !== 'unit' && role !== 'reception';
  const printer = useQueryMethod('printer.get', {}, { enabled: isDesk });
  const print = useCommand('application.printReceipt');
  const printLabel = useCommand('application.printLabel');
  const [shownJob, setShownJob] = useState<string | null>(null);
  if (!isDesk) return null;

  async function reprint(): Promise<void> {
    const result = await print.run({ applicationId: file.id });
    if (!result.ok) return notifyFailure(result.error);
    if (printer.data?.slip === null) setShownJob(result.value.printJobId);
    else notifyDone(text.actions.printed);
  }

  async function makeLabel(): Promise<void> {
    const result = await printLabel.run({ applicationId: file.id });
    if (result.ok) notifyDone(text.actions.labelPrinted);
    else notifyFailure(result.error);
  }

  return (
    <>
      <SheetsMenu file={file} />
      <ActionButton
        label={text.actions.print}
        keyName="F8"
        variant="default"
        run={() => void reprint()}
        loading={print.isRunning}
      />
      {printer.data !== undefined && printer.data.label !== null && (
        <ActionButton
          label={text.actions.label}
          keyName="alt+E"
          variant="default"
          run={() => void makeLabel()}
          loading={printLabel.isRunning}
        />
      )}
      {shownJob !== null && <ShownReceipt jobId={shownJob} onClose={() => setShownJob(null)} />}
    </>
  );
}

function ShownReceipt({ jobId, onClose }: { readonly jobId: string; readonly onClose: () => void }) {
  const text = useText(applicationFileText);
  const common = useCommonText();
  const preview = useQueryMethod('print.preview', { jobId });
  const { run } = useCommand('print.markShown');
  useKeys([{ key: 'F8', label: common.close, run: close }], 'dialog');

  function close(): void {
    void run({ jobId });
    onClose();
  }

  return (
    <Modal
      opened
      onClose={close}
      size="auto"
      title={text.actions.receipt}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <QueryView query={preview}>
        {({ lines }) => <PrintPreview lines={lines} label={text.actions.receipt} />}
      </QueryView>
    </Modal>
  );
}
