import { Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { closeInputSchema } from '../../../src-shared/contract/application-work.ts';
import { durableMedia, outcomeKinds, satisfactions } from '../../../src-shared/ledger/application-entries.ts';
import { canReceive, isOwnWish, ownWishes } from '../../../src-shared/rules/closing-guard.ts';
import { gapIn } from '../../i18n/in-language.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { ActionForm } from './action-form.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { ClosingSms } from './closing-sms.tsx';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';
import { Warning } from './warning.tsx';

/** SP-4: the outcome in words, on something that the consumer can keep. */
export function CloseAction({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  const action = useAction({
    name: 'close',
    method: 'application.close',
    schema: closeInputSchema,
    applicationId: file.id,
    doneSentence: text.close.done,
  });
  const answer = file.latestAnswer?.answer;
  const isWish = isOwnWish(action.draft.outcomeKind);
  const [isWithdrawing, setWithdrawing] = useState(isWish);
  const hasGaps = file.closingGaps.length > 0;
  const canWithdraw = file.closingGaps.every(({ code }) => code !== 'notice' && code !== 'edms_no');
  if (hasGaps && !(isWithdrawing && canWithdraw))
    return (
      <Stack gap="sm">
        <Gaps gaps={file.closingGaps} />
        {canWithdraw && (
          <Button
            size="compact-sm"
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setWithdrawing(true)}
          >
            {text.close.withdraw}
          </Button>
        )}
      </Stack>
    );
  const wanted = isWish ? null : file.wantedMedium;
  return (
    <ActionForm label={text.close.send} action={action}>
      <ChoiceGroup
        label={text.close.outcomeKind}
        values={hasGaps ? ownWishes : outcomeKinds}
        labels={labels.outcomeKind}
        value={action.draft.outcomeKind}
        onChange={(outcomeKind) => action.change({ outcomeKind, duplicateOf: null })}
        message={action.messages.outcomeKind}
      />
      {action.draft.outcomeKind === 'merged_duplicate' && (
        <Select
          data-missing={action.draft.duplicateOf === null}
          label={text.close.duplicateOf}
          description={file.links.length === 0 ? text.close.linkFirst : null}
          data={file.links.map(({ applicationId, applicationNo }) => ({
            value: applicationId,
            label: applicationNo,
          }))}
          value={action.draft.duplicateOf}
          onChange={(duplicateOf) => action.change({ duplicateOf })}
          error={action.messages.duplicateOf}
          disabled={file.links.length === 0}
          allowDeselect={false}
          withAsterisk
        />
      )}
      <Textarea
        data-missing={action.draft.outcome.trim() === ''}
        label={text.close.outcome}
        description={text.close.outcomeHint}
        value={action.draft.outcome}
        onChange={(event) => action.change({ outcome: event.currentTarget.value })}
        error={action.messages.outcome}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        withAsterisk
        aria-required
      />
      {answer !== undefined && action.draft.outcome === '' && (
        <Button size="compact-sm" variant="default" onClick={() => action.change({ outcome: answer })}>
          {text.close.takeAnswer}
        </Button>
      )}
      <ChoiceGroup
        label={text.close.medium}
        {...(file.applicant.kind === 'anonymous'
          ? {}
          : { description: wanted === null ? text.close.mediumHint : text.close.mediumWanted })}
        values={wanted === null ? mediaFor(file) : [wanted]}
        labels={labels.durableMedium}
        value={action.draft.durableMedium}
        onChange={(durableMedium) => action.change({ durableMedium })}
        message={action.messages.durableMedium}
      />
      <ClosingSms
        applicationId={file.id}
        outcome={action.draft.outcome}
        durableMedium={action.draft.durableMedium}
      />
      <ChoiceGroup
        label={text.close.satisfaction}
        values={satisfactions}
        labels={labels.satisfaction}
        value={action.draft.satisfaction}
        onChange={(satisfaction) => action.change({ satisfaction })}
        message={action.messages.satisfaction}
      />
      <Text size="xs" c="var(--bk-muted)">
        {file.applicant.phone === null && !file.isIdentityHidden
          ? text.close.finalWithoutSms
          : text.close.final}
      </Text>
    </ActionForm>
  );
}

/** Only what can reach this applicant is offered; to an informant nothing goes. */
function mediaFor(file: ApplicationFile): readonly (typeof durableMedia)[number][] {
  return file.applicant.kind === 'anonymous'
    ? ['none']
    : durableMedia.filter((medium) => canReceive(file, medium));
}

function Gaps({ gaps }: { readonly gaps: ApplicationFile['closingGaps'] }) {
  const text = useText(applicationFileText);
  const { language } = useLanguage();
  return (
    <Warning title={text.close.gapsHeading}>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.code}>{gapIn(language, gap)}</li>
        ))}
      </ul>
    </Warning>
  );
}
