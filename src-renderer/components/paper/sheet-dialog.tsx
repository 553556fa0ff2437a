import type { AskedSheet } from '../../../src-shared/contract/document.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { notifyDone, notifyFailure } from '../notify.ts';
import { PaperDialog } from './paper-dialog.tsx';
import { paperText } from './text.ts';

type SheetDialogProps = { readonly sheet: AskedSheet; readonly onClose: () => void };

/** An A4 document of the branch: looked at, saved, or asked for on paper. */
export function SheetDialog({ sheet, onClose }: SheetDialogProps) {
  const text = useText(paperText);
  const labels = useLabels();
  const pdf = useQueryMethod('document.draw', { sheet });
  const command = useCommand('document.print');

  async function print(): Promise<void> {
    const result = await command.run({ sheet });
    if (!result.ok) return notifyFailure(result.error);
    notifyDone(text.queued);
    onClose();
  }

  return (
    <PaperDialog
      title={labels.document[sheet.document]}
      pdf={pdf}
      onClose={onClose}
      print={{ run: () => void print(), isRunning: command.isRunning }}
    />
  );
}
