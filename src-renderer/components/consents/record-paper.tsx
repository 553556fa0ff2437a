import { Button, FileInput, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useClient } from '../../lib/client-context.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { useCommand } from '../../lib/use-method.ts';
import { sendFile } from '../attachments/send-file.ts';
import { Form } from '../form.tsx';
import { FormFailure } from '../form-failure.tsx';
import { notifyDone } from '../notify.ts';
import classes from './consents.module.css';
import { consentsText } from './text.ts';

/** The page is back: its scan becomes a file of the application, and its barcode says which consent it is. */
export function RecordPaper({ applicationId }: { readonly applicationId: string }) {
  const text = useText(consentsText);
  const client = useClient();
  const command = useCommand('consent.recordPaper');
  const [file, setFile] = useState<File | null>(null);
  const [sheetCode, setCode] = useState('');
  const [decision, setDecision] = useState<'accepted' | 'refused' | null>(null);
  const [failure, setFailure] = useState<ScreenFailure | null>(null);
  const [isSending, setSending] = useState(false);
  /** Of a scan that is on the application already: a wrong code does not send it twice. */
  const sent = useRef<{ readonly file: File; readonly attachmentId: string } | null>(null);
  const isInput = failure?.code === 'invalid_input';
  const wrong = isInput && failure !== null ? fieldErrors(failure) : {};

  async function attach(chosen: File): Promise<string | undefined> {
    if (sent.current?.file === chosen) return sent.current.attachmentId;
    const target = { kind: 'application', applicationId } as const;
    const result = await sendFile(client, {
      ...{ target, file: chosen, name: chosen.name, description: text.paper.scan },
      isSpecialCategory: true,
      onMoved: () => {},
    });
    if (!result.ok) {
      setFailure(result.error);
      return undefined;
    }
    sent.current = { file: chosen, attachmentId: result.value.attachmentId };
    return result.value.attachmentId;
  }

  async function send(): Promise<void> {
    if (decision === null || file === null) return;
    setFailure(null);
    setSending(true);
    const attachmentId = await attach(file);
    const result =
      attachmentId === undefined
        ? undefined
        : await command.run({ applicationId, sheetCode, decision, attachmentId });
    setSending(false);
    if (result === undefined) return;
    if (!result.ok) return setFailure(result.error);
    notifyDone(text.paper.done);
  }

  return (
    <Form onSubmit={send}>
      <Stack gap="sm">
        <Text className={classes.heading} mb={0}>
          {text.paper.record}
        </Text>
        <FileInput
          label={text.paper.scan}
          description={text.paper.scanHint}
          accept="application/pdf,image/jpeg,image/png,image/tiff"
          value={file}
          onChange={setFile}
          error={wrong.attachmentId}
          placeholder={text.paper.scan}
          withAsterisk
        />
        <TextInput
          label={text.paper.code}
          description={text.paper.codeHint}
          value={sheetCode}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          error={wrong.sheetCode}
          autoComplete="off"
          spellCheck={false}
          withAsterisk
        />
        <Radio.Group
          label={text.paper.decision}
          value={decision}
          onChange={(value) => setDecision(value === 'accepted' ? 'accepted' : 'refused')}
          withAsterisk
        >
          <Group gap="md" mt={4}>
            <Radio size="xs" value="accepted" label={text.answers.accepted} />
            <Radio size="xs" value="refused" label={text.answers.refused} />
          </Group>
        </Radio.Group>
        <FormFailure failure={isInput ? null : failure} />
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={isSending}
            disabled={file === null || decision === null || sheetCode === ''}
          >
            {text.paper.send}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
