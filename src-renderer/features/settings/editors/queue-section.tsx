import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import type { Policy } from '../../../../src-shared/contract/branch-settings.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { mergeRecord } from '../../../lib/merge-draft.ts';
import type { QueueRules } from '../../../lib/settings-drafts.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { ClashNote } from './clash-note.tsx';
import classes from './editors.module.css';
import { NightChoice } from './night-choice.tsx';
import { numberOf } from './number-of.ts';
import { type PolicyEditorProps, PolicySection } from './policy-section.tsx';
import { PriorityExample } from './priority-example.tsx';
import { SaveBar } from './save-bar.tsx';
import { MinutesInput, SettingsNumber } from './settings-number.tsx';
import { editorsText } from './text.ts';
import { useDraft } from './use-draft.ts';
import { usePolicyErrors } from './use-policy-errors.ts';

export function QueueSection() {
  const text = useText(editorsText);
  const labels = useLabels();
  return (
    <PolicySection title={labels.settingsSection.queue} lead={text.queueLead}>
      {(props) => <QueueEditor {...props} />}
    </PolicySection>
  );
}

function rulesOf({ nightPolicy, graceMinutes, longestWaitMinutes, ...rest }: Policy): QueueRules {
  const { priorityHeadStartMinutes, priorityFactor } = rest;
  return { nightPolicy, graceMinutes, priorityHeadStartMinutes, priorityFactor, longestWaitMinutes };
}

function numbersOf({ nightPolicy, ...numbers }: QueueRules) {
  return {
    nightPolicy,
    graceMinutes: numberOf(numbers.graceMinutes),
    priorityHeadStartMinutes: numberOf(numbers.priorityHeadStartMinutes),
    priorityFactor: numberOf(numbers.priorityFactor),
    longestWaitMinutes: numberOf(numbers.longestWaitMinutes),
  };
}

function QueueEditor({ policy, refetch }: PolicyEditorProps) {
  const text = useText(editorsText);
  const command = useCommand('settings.savePolicy');
  const { errorAt, told, mended } = usePolicyErrors();
  const saved = useMemo(() => rulesOf(policy), [policy]);
  const editing = useDraft({
    name: 'queue',
    saved,
    merge: mergeRecord,
    send: async (value) => {
      const result = await command.run({ policy: { ...policy, ...numbersOf(value) } });
      told(result);
      return result;
    },
    refetch,
  });
  const { value, change, clashes } = editing;
  const set = (part: Partial<QueueRules>) => {
    change({ ...value, ...part });
    mended(Object.keys(part));
  };
  const names: Readonly<Record<string, string>> = {
    nightPolicy: text.nightTitle,
    graceMinutes: text.grace,
    priorityHeadStartMinutes: text.headStart,
    priorityFactor: text.factor,
    longestWaitMinutes: text.longestWait,
  };
  const nights: Readonly<Record<string, string>> = text.nightNames;
  return (
    <Stack gap="md">
      <ClashNote
        name="queue"
        clashes={clashes}
        nameOf={(clash) => (clash.kind === 'field' ? (names[clash.field] ?? clash.field) : clash.id)}
        wordsOf={({ theirs }) => `“${nights[String(theirs)] ?? String(theirs).replace('.', ',')}”`}
        onTakeTheirs={(clash) => clash.kind === 'field' && change({ ...value, [clash.field]: clash.theirs })}
      />
      <NightChoice value={value.nightPolicy} onChange={(nightPolicy) => set({ nightPolicy })} />
      <div className={classes.pair}>
        <MinutesInput
          label={text.grace}
          description={text.graceHint}
          required
          allowDecimal={false}
          value={value.graceMinutes}
          onChange={(graceMinutes) => set({ graceMinutes })}
          error={errorAt('graceMinutes')}
        />
        <MinutesInput
          label={text.longestWait}
          description={text.longestWaitHint}
          required
          value={value.longestWaitMinutes}
          onChange={(longestWaitMinutes) => set({ longestWaitMinutes })}
          error={errorAt('longestWaitMinutes')}
        />
      </div>
      <fieldset className={classes.part}>
        <legend>{text.priorityTitle}</legend>
        <div className={classes.pair}>
          <MinutesInput
            label={text.headStart}
            description={text.headStartHint}
            required
            value={value.priorityHeadStartMinutes}
            onChange={(priorityHeadStartMinutes) => set({ priorityHeadStartMinutes })}
            error={errorAt('priorityHeadStartMinutes')}
          />
          <SettingsNumber
            label={text.factor}
            description={text.factorHint}
            required
            value={value.priorityFactor}
            onChange={(priorityFactor) => set({ priorityFactor })}
            error={errorAt('priorityFactor')}
          />
        </div>
        <PriorityExample rules={value} />
      </fieldset>
      <FormFailure failure={command.failure} />
      <SaveBar editing={editing} />
    </Stack>
  );
}
