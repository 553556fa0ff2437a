import type { ShownCall } from '../../../src-shared/contract/display.ts';
import { useText } from '../../i18n/use-text.ts';
import { keyOf } from './call-queue.ts';
import css from './hall.module.css';
import { displayText } from './text.ts';

/** So long a call draws the eye, where the visitor has not come meanwhile. */
const pulseMillis = 30_000;

type Props = { readonly call: ShownCall | undefined; readonly isBeingSaid: boolean; readonly now: number };

export function CurrentCall({ call, isBeingSaid, now }: Props) {
  const text = useText(displayText);
  if (call === undefined)
    return (
      <section className={css.current} aria-labelledby="current">
        <h2 id="current" className={css.nothing}>
          {text.noCalls}
        </h2>
        <p className={css.hint}>{text.noCallsHint}</p>
      </section>
    );
  const isNew = call.isAwaited && now - Date.parse(call.calledAt) < pulseMillis;
  return (
    <section
      key={keyOf(call)}
      className={css.current}
      aria-labelledby="current"
      data-new={isNew || isBeingSaid || undefined}
    >
      <h2 id="current" className={css.caption}>
        {call.isAwaited ? text.now : text.latest}
      </h2>
      <p className={css.number} style={{ '--chars': call.label.length }}>
        {call.label}
      </p>
      <p className={css.place} style={{ '--chars': call.place.name.length }}>
        <Arrow label={text.goTo} />
        <span>{call.place.name}</span>
      </p>
    </section>
  );
}

function Arrow({ label }: { readonly label: string }) {
  return (
    <svg className={css.arrow} viewBox="0 0 24 24" role="img" aria-label={label}>
      <path d="M4 12h14M12 5l7 7-7 7" />
    </svg>
  );
}
