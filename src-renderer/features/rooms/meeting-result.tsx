import { Checkbox, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Meeting } from '../../../src-shared/contract/meeting.ts';
import { maxResultLength } from '../../../src-shared/ledger/meeting-entries.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { notifyDone } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { forgetDraft, keepDraft, useResultDraft } from './result-drafts.ts';
import classes from './rooms.module.css';
import { roomsText } from './text.ts';

const shared = { fullWidth: true, justify: 'space-between' } as const;

/** The unit's result, and where the visitor goes from here. */
export function MeetingResult({ meeting }: { readonly meeting: Meeting }) {
  const text = useText(roomsText);
  const draft = useResultDraft(meeting.id);
  const [backTo, setBackTo] = useState<string | null>(null);
  const end = useCommand('meeting.end');
  const sendBack = useCommand('meeting.returnToDesk');
  const targets = useBackTargets();
  const isEnabled = useHubAway() === null;
  const failure = end.failure ?? sendBack.failure;
  const errors = failure === null ? {} : fieldErrors(failure);
  const { id: meetingId, ticketLabel } = meeting;

  function reset(): void {
    end.reset();
    sendBack.reset();
  }
  async function finish(): Promise<void> {
    reset();
    const result = await end.run({ meetingId, ...draft });
    if (!result.ok) return;
    forgetDraft(meetingId);
    notifyDone(text.ended(ticketLabel));
  }
  async function goBack(): Promise<void> {
    reset();
    const to = targets.find(({ value }) => value === backTo)?.to ?? null;
    const result = await sendBack.run({ meetingId, result: draft.result, to });
    if (!result.ok) return;
    forgetDraft(meetingId);
    notifyDone(text.sentBack(ticketLabel));
  }

  return (
    <Stack gap="sm">
      <Textarea
        label={text.result}
        placeholder={text.resultHint}
        value={draft.result}
        onChange={(event) => keepDraft(meetingId, { ...draft, result: event.currentTarget.value })}
        error={errors.result}
        autosize
        minRows={3}
        maxRows={7}
        maxLength={maxResultLength}
        withAsterisk
        aria-required
      />
      <Checkbox
        label={text.informed}
        checked={draft.isInformed}
        onChange={(event) => keepDraft(meetingId, { ...draft, isInformed: event.currentTarget.checked })}
      />
      <ActionButton
        {...shared}
        label={text.end}
        keyName="mod+Enter"
        run={() => void finish()}
        isEnabled={isEnabled}
        loading={end.isRunning}
      />
      {meeting.room !== null && (
        <div className={classes.back}>
          <Select
            label={text.backTo}
            placeholder={meeting.back.name}
            data={targets.map(({ value, label }) => ({ value, label }))}
            value={backTo}
            onChange={setBackTo}
            clearable
            error={errors['to.code']}
          />
          <ActionButton
            variant="default"
            label={text.sendBack}
            keyName="F7"
            run={() => void goBack()}
            isEnabled={isEnabled}
            loading={sendBack.isRunning}
          />
        </div>
      )}
      <FormFailure failure={withoutFields(failure)} />
    </Stack>
  );
}

/** Field errors stand beside their fields. */
function withoutFields(failure: ScreenFailure | null): ScreenFailure | null {
  return failure?.fields === undefined ? failure : null;
}

function useBackTargets() {
  const { data } = useQueryMethod('ticket.targets', {});
  return (data?.targets ?? []).flatMap(({ kind, code, name }) =>
    kind === 'room' ? [] : [{ value: `${kind}/${code}`, label: name, to: { kind, code } }],
  );
}
