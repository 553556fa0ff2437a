import { Button } from '@mantine/core';
import { Note } from '../../components/note.tsx';
import { notifyFailure } from '../../components/notify.ts';
import { crmNoticeIn } from '../../i18n/in-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { settingsText } from './text.ts';

/** What the exchange with the CRM has met and a person must know of; it stays until somebody has taken note. */
export function CrmNotice() {
  const text = useText(settingsText);
  const { language } = useLanguage();
  const connection = useQueryMethod('system.connection', {});
  const acknowledge = useCommand('system.acknowledgeNotice');
  const notice = connection.data?.crm.notice ?? null;
  if (notice === null) return null;
  const run = async () => {
    const result = await acknowledge.run({ at: notice.at });
    if (!result.ok) notifyFailure(result.error);
  };
  return (
    <Note
      tone="danger"
      title={text.crmNotice}
      action={
        <Button size="xs" variant="default" loading={acknowledge.isRunning} onClick={() => void run()}>
          {text.crmNoticeTaken}
        </Button>
      }
    >
      {crmNoticeIn(language, notice)}
    </Note>
  );
}
