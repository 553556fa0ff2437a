import { Button } from '@mantine/core';
import { Note } from '../../../components/note.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { Clash } from '../../../lib/merge-draft.ts';
import { isSame } from '../../../lib/merge-draft.ts';
import { type DraftName, settleClash } from '../../../lib/settings-drafts.ts';
import classes from './editors.module.css';
import { editorsText } from './text.ts';

type ClashNoteProps = {
  readonly name: DraftName;
  readonly clashes: readonly Clash[];
  /** What it is about, in words: a category, or one field of it. */
  readonly nameOf: (clash: Clash) => string;
  readonly wordsOf: (clash: Extract<Clash, { kind: 'field' }>) => string;
  readonly onTakeTheirs: (clash: Clash) => void;
};

/** What two people changed at once: this person's stands, and theirs can be taken instead. */
export function ClashNote({ name, clashes, nameOf, wordsOf, onTakeTheirs }: ClashNoteProps) {
  const text = useText(editorsText);
  if (clashes.length === 0) return null;

  function sentenceOf(clash: Clash): string {
    if (clash.kind === 'field') return text.clashField(nameOf(clash), wordsOf(clash));
    return clash.kind === 'gone' ? text.clashGone(nameOf(clash)) : text.clashBack(nameOf(clash));
  }

  return (
    <Note tone="warning" title={text.clashTitle}>
      {text.clashLead}
      <ul className={classes.clashes}>
        {clashes.map((clash) => (
          <li key={JSON.stringify(clash)}>
            {sentenceOf(clash)}
            {clash.kind !== 'back' && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={text.takeTheirsFor(nameOf(clash))}
                onClick={() => {
                  onTakeTheirs(clash);
                  settleClash(name, (other) => isSame(other, clash));
                }}
              >
                {text.takeTheirs}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}
