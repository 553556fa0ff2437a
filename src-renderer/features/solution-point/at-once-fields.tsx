import { Switch } from '@mantine/core';
import { durableMedia, satisfactions } from '../../../src-shared/ledger/application-entries.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { RadioField, WordsField } from './fields.tsx';
import classes from './form.module.css';
import { spanOf } from './span-of.ts';
import { solutionPointText } from './text.ts';
import { useChangeDraft, useSheet } from './use-sheet.ts';

const outcomes = ['informed', 'resolved', 'referred_to_supplier'] as const;

/** SW-4: information alone was given, and the matter ends with the registration: one SMS says both. */
export function AtOnceFields() {
  const text = useText(solutionPointText);
  const labels = useLabels();
  const change = useChangeDraft();
  const isAtOnce = useSheet((sheet) => sheet.draft.isAtOnce);
  const isAnonymous = useSheet((sheet) => sheet.draft.kind === 'anonymous');
  const media = durableMedia.filter((medium) => (medium === 'none') === isAnonymous);
  return (
    <div className={classes.grid}>
      <Switch
        style={spanOf(12)}
        size="sm"
        label={text.atOnce.is}
        description={text.atOnce.hint}
        checked={isAtOnce}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          change((draft) => ({ ...draft, isAtOnce: checked }));
        }}
      />
      {isAtOnce && (
        <>
          <div style={spanOf(12)}>
            <RadioField
              field="outcomeKind"
              label={text.atOnce.outcomeKind}
              values={outcomes}
              labels={labels.outcomeKind}
            />
          </div>
          <WordsField field="outcome" label={text.atOnce.outcome} maxRows={5} />
          <div style={spanOf(6)}>
            <RadioField
              field="durableMedium"
              label={text.atOnce.medium}
              values={media}
              labels={labels.durableMedium}
            />
          </div>
          <div style={spanOf(6)}>
            <RadioField
              field="satisfaction"
              label={text.atOnce.satisfaction}
              values={satisfactions}
              labels={labels.satisfaction}
            />
          </div>
        </>
      )}
    </div>
  );
}
