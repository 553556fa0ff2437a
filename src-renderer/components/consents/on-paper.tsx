import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { formatSheetCode } from '../../../src-shared/text/sheet-code.ts';
import { useText } from '../../i18n/use-text.ts';
import { useClient } from '../../lib/client-context.ts';
import { useCommand } from '../../lib/use-method.ts';
import { fromBase64 } from '../attachments/base64.ts';
import { FormFailure } from '../form-failure.tsx';
import { notifyDone, notifyFailure } from '../notify.ts';
import { saveFile } from '../save-file.ts';
import type { AskProps } from './ask-panel.tsx';
import classes from './consents.module.css';
import { RecordPaper } from './record-paper.tsx';
import { consentsText } from './text.ts';

/** Print, sign, scan: the page goes out with a barcode of its own, and comes back by it. */
export function OnPaper({ applicationId, data }: AskProps) {
  const text = useText(consentsText);
  const client = useClient();
  const print = useCommand('consent.printSheet');
  const choices = data.texts.filter(({ kind }) => kind === 'consent');
  const [chosen, setChosen] = useState(
    () => (choices.find(({ isAsked }) => isAsked) ?? choices[0])?.code ?? '',
  );

  async function save(consentId: string): Promise<void> {
    const given = await client.call('consent.sheet', { applicationId, consentId });
    if (!given.ok) return notifyFailure(given.error);
    saveFile(new Blob([fromBase64(given.value.base64)], { type: 'application/pdf' }), given.value.name);
    notifyDone(text.paper.printed);
  }

  async function make(): Promise<void> {
    const made = await print.run({ applicationId, textCode: chosen, language: 'tr' });
    if (made.ok) await save(made.value.consentId);
  }

  return (
    <Stack gap="sm">
      <Text size="sm">{text.paper.lead}</Text>
      <NativeSelect
        label={text.paper.text}
        value={chosen}
        data={choices.map(({ code, title }) => ({ value: code, label: title }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
          loading={print.isRunning}
          onClick={() => void make()}
        >
          {text.paper.print}
        </Button>
      </Group>
      <FormFailure failure={print.failure} />
      {data.sheets.length > 0 && (
        <>
          <div>
            <Text className={classes.heading}>{text.paper.waiting}</Text>
            <ul className={classes.list}>
              {data.sheets.map((sheet) => (
                <li key={sheet.consentId} className={classes.record}>
                  <span className={classes.title}>{formatSheetCode(sheet.sheetCode)}</span>
                  <span className={classes.meta}>
                    {sheet.title} · {formatDateTime(sheet.at)} · {sheet.by}
                  </span>
                  <Group>
                    <Button
                      size="compact-xs"
                      mih={24}
                      variant="default"
                      onClick={() => void save(sheet.consentId)}
                    >
                      {text.paper.again}
                    </Button>
                  </Group>
                </li>
              ))}
            </ul>
          </div>
          <RecordPaper applicationId={applicationId} />
        </>
      )}
    </Stack>
  );
}
