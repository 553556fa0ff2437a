import centre from './centre.module.css';
import classes from './signer.module.css';
import type { SignerWords } from './text.ts';

type CannotSignProps = {
  readonly words: SignerWords;
  readonly onBack: () => void;
  readonly onChange: () => void;
};

/** For whoever can't draw, by hand or by keyboard: what happens instead, and that nothing is lost by it. */
export function CannotSign({ words, onBack, onChange }: CannotSignProps) {
  return (
    <main className={centre.centre}>
      <h1 className={centre.big}>{words.cannotSignTitle}</h1>
      <p className={centre.hint}>{words.cannotSignHint}</p>
      <div className={centre.actions}>
        <button type="button" className={classes.choice} onClick={onBack}>
          {words.backToSigning}
        </button>
        <button type="button" className={classes.choice} onClick={onChange}>
          {words.changeAnswers}
        </button>
      </div>
    </main>
  );
}
