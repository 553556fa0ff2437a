import { Stack, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { Fact, Facts } from '../../../components/fact.tsx';
import { FormFailure } from '../../../components/form-failure.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { mergeRecord } from '../../../lib/merge-draft.ts';
import type { BranchRules } from '../../../lib/settings-drafts.ts';
import { useCommand, useQueryMethod } from '../../../lib/use-method.ts';
import { ClashNote } from './clash-note.tsx';
import classes from './editors.module.css';
import { numberOf } from './number-of.ts';
import { type PolicyEditorProps, PolicySection } from './policy-section.tsx';
import { SaveBar } from './save-bar.tsx';
import { MinutesInput } from './settings-number.tsx';
import { editorsText } from './text.ts';
import { useDraft } from './use-draft.ts';
import { usePolicyErrors } from './use-policy-errors.ts';

export function BranchSection() {
  const text = useText(editorsText);
  const labels = useLabels();
  return (
    <PolicySection title={labels.settingsSection.branch} lead={text.branchLead}>
      {(props) => <BranchEditor {...props} />}
    </PolicySection>
  );
}

function BranchEditor({ policy, refetch }: PolicyEditorProps) {
  const text = useText(editorsText);
  const system = useQueryMethod('system.state', {});
  const command = useCommand('settings.savePolicy');
  const { errorAt, told, mended } = usePolicyErrors();
  const { lockAfterMinutes, trackingUrl } = policy;
  const saved = useMemo<BranchRules>(
    () => ({ lockAfterMinutes, trackingUrl }),
    [lockAfterMinutes, trackingUrl],
  );
  const editing = useDraft({
    name: 'branch',
    saved,
    merge: mergeRecord,
    send: async (value) => {
      const result = await command.run({
        policy: { ...policy, ...value, lockAfterMinutes: numberOf(value.lockAfterMinutes) },
      });
      told(result);
      return result;
    },
    refetch,
  });
  const { value, change, clashes } = editing;
  const set = (part: Partial<BranchRules>) => {
    change({ ...value, ...part });
    mended(Object.keys(part));
  };
  const names: Readonly<Record<string, string>> = {
    lockAfterMinutes: text.lockAfter,
    trackingUrl: text.trackingUrl,
  };
  return (
    <Stack gap="md">
      <Facts columns={3}>
        <Fact label={text.branchName}>{system.data?.branch?.name}</Fact>
        <Fact label={text.branchCode}>{system.data?.branch?.code}</Fact>
      </Facts>
      <ClashNote
        name="branch"
        clashes={clashes}
        nameOf={(clash) => (clash.kind === 'field' ? (names[clash.field] ?? clash.field) : clash.id)}
        wordsOf={({ theirs }) => `“${theirs}”`}
        onTakeTheirs={(clash) => clash.kind === 'field' && change({ ...value, [clash.field]: clash.theirs })}
      />
      <MinutesInput
        className={classes.short}
        label={text.lockAfter}
        description={text.lockAfterHint}
        required
        allowDecimal={false}
        value={value.lockAfterMinutes}
        onChange={(minutes) => set({ lockAfterMinutes: minutes })}
        error={errorAt('lockAfterMinutes')}
      />
      <TextInput
        className={classes.medium}
        label={text.trackingUrl}
        description={text.trackingUrlHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        maxLength={200}
        spellCheck={false}
        value={value.trackingUrl}
        onChange={({ currentTarget }) => set({ trackingUrl: currentTarget.value })}
        error={errorAt('trackingUrl')}
      />
      <FormFailure failure={command.failure} />
      <SaveBar editing={editing} />
    </Stack>
  );
}
