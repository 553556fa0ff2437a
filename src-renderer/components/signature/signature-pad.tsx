import { useId } from 'react';
import { pathsOf, signatureBox } from '../../../src-shared/rules/flat-signature.ts';
import classes from './signature-pad.module.css';
import type { signatureText } from './text.ts';
import { type Strokes, useInk } from './use-ink.ts';

type SignaturePadProps = {
  readonly strokes: Strokes;
  readonly onChange: (strokes: Strokes) => void;
  readonly words: (typeof signatureText)['tr'];
  /** A friendly word about what is drawn. */
  readonly refusal?: string | undefined;
};

/**
 * Where somebody signs. Ink is kept in units of a fixed box and drawn as SVG, so that neither a resize nor a rotation,
 * zoom or sharper screen moves it.
 */
export function SignaturePad({ strokes, onChange, words, refusal }: SignaturePadProps) {
  const refusalId = useId();
  const { live, handlers } = useInk(strokes, onChange);
  const drawn = live.length === 0 ? strokes : [...strokes, live];
  const isEmpty = drawn.length === 0;
  const paths = pathsOf({ ...signatureBox, strokes: drawn.map((flat) => [...flat]) });
  return (
    <div className={classes.pad} data-refused={refusal !== undefined}>
      <div className={classes.frame}>
        <svg
          className={classes.area}
          viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`}
          role="img"
          aria-label={`${words.area}: ${isEmpty ? words.empty : words.signed}`}
          aria-describedby={refusal === undefined ? undefined : refusalId}
          {...handlers}
        >
          <line className={classes.baseline} x1="60" y1="310" x2="940" y2="310" />
          {isEmpty && (
            <text className={classes.hint} x="500" y="285" textAnchor="middle">
              {words.empty}
            </text>
          )}
          {paths.map((path, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only ever added at the end
            <path key={i} className={classes.ink} d={path} />
          ))}
        </svg>
      </div>
      {refusal !== undefined && (
        <p className={classes.refusal} id={refusalId} role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
