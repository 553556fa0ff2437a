import { Button, CopyButton, Group, List, Select, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconEye, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { applicationContract } from '../../../src-shared/contract/application.ts';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { callResults } from '../../../src-shared/ledger/application-entries.ts';
import { formatPhone } from '../../../src-shared/text/phone.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { revealText } from '../../components/reveal/reveal-text.ts';
import { useCommonText, useLabels, useText } from '../../i18n/use-text.ts';
import { ActionForm } from './action-form.tsx';
import { callBackTimes } from './call-back-times.ts';
import { ChoiceGroup } from './choice-group.tsx';
import classes from './file.module.css';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';
import { useNumbersToCall } from './use-numbers-to-call.ts';
import { WordsField } from './words-field.tsx';

const method = 'application.recordCall';

/** SP-3: an attempt to reach the consumer, with what may be said and to whom. */
export function CallAction({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  const action = useAction({
    name: 'call',
    method,
    schema: applicationContract[method].input,
    applicationId: file.id,
    doneSentence: text.call.done,
  });
  const [openedAt] = useState(Date.now);
  const { phone, landline } = file.applicant;
  return (
    <>
      <PhoneNumber file={file} number={phone ?? landline} />
      {phone !== null && landline !== null && <PhoneNumber file={file} number={landline} />}
      <details className={classes.script} open>
        <summary>{text.call.script}</summary>
        <List type="ordered" size="xs" spacing={3}>
          {text.call.scriptLines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </details>
      <ActionForm label={text.call.save} action={action}>
        <ChoiceGroup
          label={text.call.result}
          values={callResults}
          labels={labels.callResult}
          value={action.draft.result}
          onChange={(result) =>
            action.change(result === 'reached' ? { result, callBackAt: null } : { result })
          }
          message={action.messages.result}
        />
        {action.draft.result !== '' && action.draft.result !== 'reached' && (
          <Select
            label={text.call.callBack}
            description={text.call.attempts(file.calls.made, file.calls.wanted)}
            data={callBackTimes(openedAt, action.draft.callBackAt ?? null, text.call.callBackWords)}
            value={action.draft.callBackAt ?? ''}
            onChange={(value) => action.change({ callBackAt: value === null || value === '' ? null : value })}
            error={action.messages.callBackAt}
            allowDeselect={false}
          />
        )}
        <WordsField
          label={text.call.note}
          placeholder={text.call.noteHint}
          value={action.draft.note}
          onChange={(note) => action.change({ note })}
          message={action.messages.note}
        />
      </ActionForm>
    </>
  );
}

type PhoneNumberProps = { readonly file: ApplicationFile; readonly number: string | null };

function PhoneNumber({ file, number }: PhoneNumberProps) {
  const text = useText(applicationFileText);
  const common = useCommonText();
  const reveal = useText(revealText);
  const { showToCall, isShown, isRunning } = useNumbersToCall(file);
  if (number === null) return <Text size="sm">{text.call.noNumber}</Text>;
  return (
    <Group justify="space-between" wrap="nowrap" className={classes.phone}>
      <Group gap="xs" wrap="nowrap">
        <IconPhone size={18} aria-hidden />
        <Text component="span" className="bk-number" fz={22}>
          {formatPhone(number)}
        </Text>
      </Group>
      {isShown ? (
        <CopyButton value={number} timeout={2_000}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            >
              {copied ? common.copied : common.copy}
            </Button>
          )}
        </CopyButton>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          loading={isRunning}
          onClick={showToCall}
          leftSection={<IconEye size={14} aria-hidden />}
          rightSection={<KeyHint keyName="F3" />}
        >
          {reveal.showNumber}
        </Button>
      )}
    </Group>
  );
}
