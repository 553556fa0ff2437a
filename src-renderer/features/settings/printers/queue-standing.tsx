import { Button } from '@mantine/core';
import type { PrinterRole } from '../../../../src-shared/contract/printers.ts';
import { Note } from '../../../components/note.tsx';
import { notifyDone, notifyFailure } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { printersText } from './text.ts';
import type { PrinterSearch } from './use-printer-search.ts';

type QueueStandingProps = {
  readonly role: PrinterRole;
  /** As it is saved. */
  readonly queue: string;
  readonly search: PrinterSearch;
};

/** What keeps the saved queue from printing, and the way on where it was stopped. */
export function QueueStanding({ role, queue, search }: QueueStandingProps) {
  const text = useText(printersText);
  const resume = useCommand('printer.resume');
  const standing = search.found?.queues.find(({ name }) => name === queue);
  if (standing === undefined || standing.trouble === null) return null;
  const goOn = async () => {
    const result = await resume.run({ role });
    if (!result.ok) return notifyFailure(result.error);
    notifyDone(text.resumed);
    search.again();
  };
  return (
    <Note
      tone="warning"
      action={
        standing.isStopped && (
          <Button size="compact-sm" variant="default" loading={resume.isRunning} onClick={() => void goOn()}>
            {text.resume}
          </Button>
        )
      }
    >
      {standing.trouble}
    </Note>
  );
}
