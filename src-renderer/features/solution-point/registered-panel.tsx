import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconMessage, IconMessageOff, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ticket } from '../../../src-shared/contract/ticket.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { formatTrackingCode } from '../../../src-shared/text/tracking-code.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { BarCode } from '../../components/bar-code.tsx';
import { consentsText } from '../../components/consents/text.ts';
import { Note } from '../../components/note.tsx';
import { notifyFailure } from '../../components/notify.ts';
import { SheetDialog } from '../../components/paper/sheet-dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { goTo } from '../../lib/route.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import type { Registered } from './draft-store.ts';
import { ReceiptPreview } from './receipt-preview.tsx';
import classes from './registered-panel.module.css';
import { solutionPointText } from './text.ts';
import { draftStore } from './use-sheet.ts';

type RegisteredPanelProps = {
  readonly registered: Registered;
  readonly sheetKey: string;
  /** What this desk is serving now. */
  readonly ticket: Ticket | null;
  /** The form was changed after it had been sent; the changes are not in what is registered. */
  readonly isEarlier: boolean;
};

/** What is read out and handed over after saving, and where to go from here. */
export function RegisteredPanel({ registered, sheetKey, ticket, isEarlier }: RegisteredPanelProps) {
  const text = useText(solutionPointText);
  const hasPaper = registered.printJobId !== null;
  const file = useQueryMethod('application.get', { applicationId: registered.applicationId });
  const job = useQueryMethod('print.preview', { jobId: registered.printJobId ?? '' }, { enabled: hasPaper });
  const daysLeft = file.data?.workingDaysLeft ?? null;
  const hasPrinter = useQueryMethod('printer.get', {}).data?.slip;
  const isOnScreen = hasPrinter === null || job.data?.job.state === 'failed';
  return (
    <div className={classes.panel}>
      {isEarlier && (
        <div className={classes.earlier}>
          <Earlier onReopen={() => draftStore.reopen(sheetKey)} />
        </div>
      )}
      <div className={classes.body}>
        <Stack gap="md" className={classes.facts}>
          <Group gap="xs" c="var(--bk-success)">
            <IconCircleCheck size={22} aria-hidden />
            <Title order={2} role="status">
              {text.result.heading}
            </Title>
          </Group>
          <div>
            <Text className={classes.label}>{text.result.applicationNo}</Text>
            <div className={`bk-number ${classes.number}`}>{registered.applicationNo}</div>
          </div>
          <div>
            <Text className={classes.label}>{text.result.trackingCode}</Text>
            <div className={`bk-number ${classes.code}`}>{formatTrackingCode(registered.trackingCode)}</div>
            <div className={classes.barcode}>
              <BarCode kind="code128" value={registered.trackingCode} height={48} />
            </div>
          </div>
          <div>
            <Text className={classes.label}>{text.result.due}</Text>
            <Text fw={600}>
              {formatDate(registered.dueAt)}
              {daysLeft !== null && ` · ${text.result.workingDays(daysLeft)}`}
            </Text>
          </div>
          <Told
            registered={registered}
            isPrinting={job.data !== undefined && hasPrinter !== undefined && !isOnScreen}
          />
        </Stack>
        {job.data !== undefined && isOnScreen && <ReceiptPreview job={job.data.job} lines={job.data.lines} />}
      </div>
      <NextSteps
        registered={registered}
        sheetKey={sheetKey}
        ticket={ticket}
        consumerId={file.data?.consumerId ?? null}
      />
    </div>
  );
}

function Earlier({ onReopen }: { readonly onReopen: () => void }) {
  const text = useText(solutionPointText);
  return (
    <Note
      tone="warning"
      action={
        <ActionButton label={text.result.reopen} keyName="F10" size="xs" variant="default" run={onReopen} />
      }
    >
      {text.result.earlier}
    </Note>
  );
}

function Told({ registered, isPrinting }: { readonly registered: Registered; readonly isPrinting: boolean }) {
  const text = useText(solutionPointText);
  const hasSms = registered.smsId !== null;
  return (
    <Stack gap={6}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        {hasSms ? <IconMessage size={18} aria-hidden /> : <IconMessageOff size={18} aria-hidden />}
        <Text size="sm">{hasSms ? text.result.sms : text.result.noSms}</Text>
      </Group>
      {isPrinting && (
        <Group gap={8} wrap="nowrap" align="flex-start">
          <IconPrinter size={18} aria-hidden />
          <Text size="sm">{text.result.printed}</Text>
        </Group>
      )}
    </Stack>
  );
}

type NextStepsProps = Omit<RegisteredPanelProps, 'isEarlier'> & { readonly consumerId: string | null };

function NextSteps({ registered, sheetKey, ticket, consumerId }: NextStepsProps) {
  const text = useText(solutionPointText);
  const [showsSheet, setShowsSheet] = useState(false);
  const consents = useText(consentsText);
  const finish = useCommand('ticket.finish');
  const callNext = useCommand('ticket.callNext');

  async function next(): Promise<void> {
    // Another number is being served already; its own form is what comes next.
    if (ticket !== null && draftStore.getState().current !== sheetKey) return draftStore.close(sheetKey);
    if (ticket !== null) {
      const ended = await finish.run({ ticketId: ticket.id });
      // Ended elsewhere already: then there is nothing to end.
      if (!ended.ok && ended.error.code !== 'wrong_state') return notifyFailure(ended.error);
    }
    draftStore.close(sheetKey);
    const called = await callNext.run({});
    if (!called.ok && called.error.code !== 'queue_empty') notifyFailure(called.error);
  }

  function another(): void {
    draftStore.close(sheetKey);
    draftStore.change(draftStore.getState().shown, (draft) => ({ ...draft, consumerId, isFilled: false }));
  }

  return (
    <div className={classes.steps}>
      <ActionButton
        label={text.result.another}
        keyName="F7"
        variant="default"
        isEnabled={consumerId !== null}
        run={another}
      />
      <ActionButton
        label={text.result.sheet}
        keyName="alt+4"
        variant="default"
        run={() => setShowsSheet(true)}
      />
      <ActionButton
        label={consents.heading}
        keyName="mod+I"
        variant="default"
        run={() => goTo({ screen: 'applicationFile', id: registered.applicationId, tab: 'consents' })}
      />
      <ActionButton
        label={text.result.openFile}
        keyName="F8"
        variant="default"
        run={() => goTo({ screen: 'applicationFile', id: registered.applicationId })}
      />
      <ActionButton
        label={text.result.next}
        keyName="F9"
        run={() => void next()}
        loading={finish.isRunning || callNext.isRunning}
      />
      {showsSheet && (
        <SheetDialog
          sheet={{ document: 'application_receipt_a4', applicationId: registered.applicationId }}
          onClose={() => setShowsSheet(false)}
        />
      )}
    </div>
  );
}
