import type { ActAnswer, ShownSigning } from '../../../src-shared/contract/signing.ts';
import last from './last.module.css';
import classes from './signer.module.css';
import type { SignerWords } from './text.ts';

type AnswerListProps = {
  readonly signing: ShownSigning;
  readonly words: SignerWords;
  readonly isBusy: boolean;
  readonly onChange: (actId: string) => void;
};

/** A sign beside each answer, never its colour alone. */
const signs: Readonly<Record<ActAnswer, string>> = { informed: 'i', accepted: '✓', refused: '–' };

export function AnswerList({ signing, words, isBusy, onChange }: AnswerListProps) {
  return (
    <ul className={last.answerList}>
      {signing.acts.map(({ actId, kind, title, answer }) => (
        <li key={actId} className={last.answer}>
          <span className={last.answerSign} aria-hidden>
            {answer === null ? '?' : signs[answer]}
          </span>
          <span className={last.answerTitle}>{title}</span>
          <strong className={last.answerWord}>{answer === null ? '' : words.answered[answer]}</strong>
          <button
            type="button"
            className={classes.quiet}
            aria-label={`${words.again[kind]}: ${title}`}
            disabled={isBusy}
            onClick={() => onChange(actId)}
          >
            {words.again[kind]}
          </button>
        </li>
      ))}
    </ul>
  );
}
