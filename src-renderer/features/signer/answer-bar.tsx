import type { ActAnswer } from '../../../src-shared/contract/signing.ts';
import type { ShownAct } from './act-page.tsx';
import classes from './signer.module.css';
import type { SignerWords } from './text.ts';

type AnswerBarProps = {
  readonly act: ShownAct;
  readonly words: SignerWords;
  readonly isBusy: boolean;
  readonly onAnswer: (answer: ActAnswer) => void;
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
};

/**
 * Accepting and refusing are two buttons of one size and one dress, and none is chosen before somebody chooses: a
 * consent is a free decision, and refusing hinders nothing (Law 6698, art. 3).
 */
export function AnswerBar({ act, words, isBusy, onAnswer, onBack, onNext }: AnswerBarProps) {
  const choices: readonly ActAnswer[] = act.kind === 'notice' ? ['informed'] : ['accepted', 'refused'];
  return (
    <footer className={classes.bar}>
      <p className={classes.lead}>{act.kind === 'notice' ? words.informLead : words.consentLead}</p>
      <div className={classes.side}>
        {onBack !== undefined && (
          <button type="button" className={classes.quiet} onClick={onBack} disabled={isBusy}>
            <span aria-hidden>←</span> {words.back}
          </button>
        )}
      </div>
      <div className={classes.choices} data-count={choices.length}>
        {choices.map((answer) => (
          <button
            key={answer}
            type="button"
            className={act.kind === 'notice' ? classes.main : classes.choice}
            aria-pressed={act.kind === 'notice' ? undefined : act.answer === answer}
            disabled={isBusy}
            onClick={() => onAnswer(answer)}
          >
            {act.kind === 'consent' && act.answer === answer && (
              <span className={classes.tick} aria-hidden>
                ✓
              </span>
            )}
            {words.answered[answer]}
          </button>
        ))}
      </div>
      <div className={classes.side} data-end>
        {act.answer !== null && (
          <button type="button" className={classes.quiet} onClick={onNext} disabled={isBusy}>
            {words.goOn} <span aria-hidden>→</span>
          </button>
        )}
      </div>
    </footer>
  );
}
