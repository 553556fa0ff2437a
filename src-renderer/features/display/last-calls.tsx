import type { ShownCall } from '../../../src-shared/contract/display.ts';
import { useText } from '../../i18n/use-text.ts';
import { keyOf } from './call-queue.ts';
import css from './hall.module.css';
import { displayText } from './text.ts';

/** The newest first, in letters that are read from the last row of seats; what doesn't fit is the oldest. */
export function LastCalls({ calls }: { readonly calls: readonly ShownCall[] }) {
  const text = useText(displayText);
  return (
    <section className={css.last} aria-labelledby="last">
      <h2 id="last" className={css.caption}>
        {text.lastCalls}
      </h2>
      {calls.length === 0 ? <p className={css.hint}>{text.noOthers}</p> : null}
      <ol className={css.rows}>
        {calls.map((call) => (
          <li key={keyOf(call)} className={css.row} data-awaited={call.isAwaited || undefined}>
            <span className={css.rowLabel} style={{ '--chars': call.label.length }}>
              {call.label}
            </span>
            <span className={css.rowPlace} style={{ '--chars': call.place.name.length }}>
              {call.place.name}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
