import { followUrl } from '../../../src-shared/text/screen-url.ts';
import { BarCode } from '../../components/bar-code.tsx';
import { useText } from '../../i18n/use-text.ts';
import classes from './kiosk.module.css';
import { kioskText } from './text.ts';
import type { Given } from './use-issuing.ts';
import { useKey } from './use-key.ts';
import { useReturn } from './use-return.ts';
import type { SlipState } from './use-slip.ts';

type GivenPageProps = {
  readonly given: Given;
  readonly followBase: string | null;
  /** Null where there is no printer. */
  readonly slip: SlipState | null;
  readonly onDone: () => void;
};

/** Long enough to scan the code with a phone that has to be found first. */
const shownForSeconds = 25;

export function GivenPage({ given, followBase, slip, onDone }: GivenPageProps) {
  const text = useText(kioskText);
  const done = useReturn(shownForSeconds, onDone);
  useKey('Escape', onDone);
  const { label, categoryName, priority, ahead, estimatedWait, followCode } = given;
  return (
    <main className={classes.given}>
      <section className={classes.number} aria-live="assertive">
        <p className={classes.numberLead}>{text.yourNumber}</p>
        <h1 className={classes.label}>{label}</h1>
        <p className={classes.service}>
          {categoryName}
          {priority && <span className={classes.badge}>{text.priorityGiven}</span>}
        </p>
        <p className={classes.place}>{ahead === 0 ? text.aheadNone : text.ahead(ahead)}</p>
        {estimatedWait !== null && ahead > 0 && (
          <p className={classes.waitWords}>
            {text.waitWhole(estimatedWait.fromMinutes, estimatedWait.toMinutes)}
          </p>
        )}
      </section>
      <section className={classes.after}>
        <Slip slip={slip} canFollow={followBase !== null} />
        {followBase !== null && (
          <figure className={classes.follow}>
            <BarCode
              kind="qrcode"
              value={followUrl(followBase, followCode)}
              height="var(--qr)"
              label={text.qr}
            />
            <figcaption>
              <strong>{text.follow}</strong>
              <span>{text.followHint}</span>
            </figcaption>
          </figure>
        )}
        <p className={classes.goTo}>{text.goTo}</p>
      </section>
      <button type="button" className={classes.action} onClick={done} aria-keyshortcuts="Escape">
        {text.done}
        <span className={classes.timer} style={{ animationDuration: `${shownForSeconds}s` }} aria-hidden />
      </button>
    </main>
  );
}

function Slip({ slip, canFollow }: { readonly slip: SlipState | null; readonly canFollow: boolean }) {
  const text = useText(kioskText);
  if (slip === 'failed')
    return (
      <p className={classes.slip} data-failed role="alert">
        {canFollow ? text.slipFailed : text.slipFailedAlone}
      </p>
    );
  return <p className={classes.slip}>{slip === null ? text.remember : text.slipComing}</p>;
}
