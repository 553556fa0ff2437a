import { Button, Text, Textarea } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { closeInputSchema } from '../../../src-shared/contract/application-work.ts';
import {
  type durableMedia,
  outcomeKinds,
  satisfactions,
} from '../../../src-shared/ledger/application-entries.ts';
import { gapIn } from '../../i18n/in-language.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { ActionForm } from './action-form.tsx';
import { ChoiceGroup } from './choice-group.tsx';
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
  if (file.closingGaps.length > 0) return <Gaps gaps={file.closingGaps} />;
  return (
    <ActionForm label={text.close.send} action={action}>
      <ChoiceGroup
        label={text.close.outcomeKind}
        values={outcomeKinds}
        labels={labels.outcomeKind}
        value={action.draft.outcomeKind}
        onChange={(outcomeKind) => action.change({ outcomeKind })}
        message={action.messages.outcomeKind}
      />
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
        {...(file.applicant.kind === 'anonymous' ? {} : { description: text.close.mediumHint })}
        values={mediaFor(file)}
        labels={labels.durableMedium}
        value={action.draft.durableMedium}
        onChange={(durableMedium) => action.change({ durableMedium })}
        message={action.messages.durableMedium}
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
        {file.applicant.phone === null ? text.close.finalWithoutSms : text.close.final}
      </Text>
    </ActionForm>
  );
}

/** Only what can reach this applicant is offered. */
function mediaFor({ applicant, premises }: ApplicationFile): readonly (typeof durableMedia)[number][] {
  if (applicant.kind === 'anonymous') return ['none'];
  return [
    ...(applicant.phone === null ? [] : (['sms'] as const)),
    ...(applicant.email === null ? [] : (['email'] as const)),
    ...(premises === null ? [] : (['letter'] as const)),
  ];
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
