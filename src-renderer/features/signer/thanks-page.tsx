import { useEffect } from 'react';
import centre from './centre.module.css';
import classes from './signer.module.css';
import type { SignerWords } from './text.ts';

type ThanksPageProps = {
  readonly words: SignerWords;
  readonly isHandedOver: boolean;
  readonly onDone: () => void;
};

export const blankAfterSeconds = 10;

/** Goes by itself, so that the next at this screen sees nothing of the one before. */
export function ThanksPage({ words, isHandedOver, onDone }: ThanksPageProps) {
  useEffect(() => {
    const timer = setTimeout(onDone, blankAfterSeconds * 1_000);
    return () => clearTimeout(timer);
  }, [onDone]);
  return (
    <main className={centre.centre} aria-live="polite">
      <span className={centre.thanksSign} aria-hidden>
        ✓
      </span>
      <h1 className={centre.big}>{words.thanks}</h1>
      <p className={centre.hint}>{isHandedOver ? words.thanksHandBack : words.thanksHint}</p>
      <button type="button" className={classes.main} onClick={onDone}>
        {words.done}
        <span className={centre.timer} style={{ animationDuration: `${blankAfterSeconds}s` }} aria-hidden />
      </button>
    </main>
  );
}
