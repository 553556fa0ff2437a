import type { VersionOfText } from '../../../../src-shared/contract/text.ts';
import { replacedBy, warningsOf } from '../../../../src-shared/rules/text-checks.ts';
import { formatDate } from '../../../../src-shared/text/format.ts';
import { Note } from '../../../components/note.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { TextDraft } from '../../../lib/settings-drafts.ts';
import { contentOf } from './text-draft.ts';
import classes from './texts.module.css';
import { textsWords } from './words.ts';

type TextNotesProps = {
  readonly draft: TextDraft;
  /** Undefined while it is no day. */
  readonly validFrom: string | undefined;
  readonly versions: readonly VersionOfText[];
  readonly today: string;
};

/** What whoever publishes should know; it keeps nobody from it. */
export function TextNotes({ draft, validFrom, versions, today }: TextNotesProps) {
  const words = useText(textsWords);
  const content = contentOf(draft);
  const warnings = warningsOf({ ...content, validFrom: validFrom ?? today, validTo: null });
  const replaced =
    validFrom === undefined
      ? []
      : replacedBy(
          { language: draft.language, validFrom },
          { versions: versions.filter(isStanding).map(({ text }) => text), today },
        );
  const sentences = [
    ...replaced.map((text) => words.replaces(text.version, formatDate(text.validFrom))),
    ...warnings.map((warning) => words.warning[warning]),
  ];
  if (content.body.length === 0 || sentences.length === 0) return null;
  return (
    <Note tone="warning" title={words.warnings}>
      <ul className={classes.warnings}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Note>
  );
}

/** One that was replaced already can't be replaced once more. */
function isStanding({ standing }: VersionOfText): boolean {
  return standing === 'coming';
}
