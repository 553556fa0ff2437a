import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { fromBase64 } from '../../components/attachments/base64.ts';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { saveFile } from '../../components/save-file.ts';
import { useText } from '../../i18n/use-text.ts';
import { useClient } from '../../lib/client-context.ts';
import { useCommand } from '../../lib/use-method.ts';
import { keepingText } from './keeping-text.ts';

/** What a data subject has a right to: all that is known of them, and that it is erased (KVKK md. 11). */
export function PersonRequest({ file }: { readonly file: ApplicationFile }) {
  const text = useText(keepingText);
  const client = useClient();
  const propose = useCommand('retention.proposeForPerson');
  const [isExporting, setExporting] = useState(false);
  const wantsErasure = file.topicFields.some(({ key, stored }) => key === 'right' && stored === 'erasure');

  async function give(): Promise<void> {
    setExporting(true);
    const given = await client.call('person.export', { applicationId: file.id });
    setExporting(false);
    if (!given.ok) return notifyFailure(given.error);
    for (const { name, mediaType, base64 } of given.value.files)
      saveFile(new Blob([fromBase64(base64)], { type: mediaType }), name);
    notifyDone(text.exported);
  }

  async function erase(): Promise<void> {
    const result = await propose.run({ applicationId: file.id });
    if (result.ok) notifyDone(text.proposed);
    else notifyFailure(result.error);
  }

  return (
    <>
      <Button size="compact-sm" variant="default" loading={isExporting} onClick={() => void give()}>
        {text.export}
      </Button>
      {wantsErasure && (
        <Button size="compact-sm" variant="default" loading={propose.isRunning} onClick={() => void erase()}>
          {text.erase}
        </Button>
      )}
    </>
  );
}
