import classes from './signer.module.css';
import type { SignerWords } from './text.ts';

/** As factors of the page's own size, which is large already. */
export const textSizes = [1, 1.2, 1.45, 1.75] as const;

type TextSizeProps = {
  readonly size: number;
  readonly onChange: (size: number) => void;
  readonly words: SignerWords;
};

/** @param props.size place in `textSizes` */
export function TextSize({ size, onChange, words }: TextSizeProps) {
  return (
    <fieldset className={classes.sizes} aria-label={words.textSize}>
      <button
        type="button"
        className={classes.size}
        aria-label={`${words.smaller} A−`}
        disabled={size === 0}
        onClick={() => onChange(size - 1)}
      >
        A−
      </button>
      <button
        type="button"
        className={classes.size}
        data-large
        aria-label={`${words.larger} A+`}
        disabled={size === textSizes.length - 1}
        onClick={() => onChange(size + 1)}
      >
        A+
      </button>
    </fieldset>
  );
}
