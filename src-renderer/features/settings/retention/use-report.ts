import { useState } from 'react';
import { fromBase64 } from '../../../components/attachments/base64.ts';
import { notifyDone, notifyFailure } from '../../../components/notify.ts';
import { saveFile } from '../../../components/save-file.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useClient } from '../../../lib/client-context.ts';
import { retentionText } from './text.ts';

/** The report of a run, given to the system. */
export function useReport(runId: string) {
  const text = useText(retentionText);
  const client = useClient();
  const [isRunning, setRunning] = useState(false);

  async function save(): Promise<void> {
    setRunning(true);
    const given = await client.call('retention.report', { runId });
    setRunning(false);
    if (!given.ok) return notifyFailure(given.error);
    saveFile(new Blob([fromBase64(given.value.base64)], { type: 'application/pdf' }), given.value.name);
    notifyDone(text.reportSaved);
  }

  return { save, isRunning };
}
