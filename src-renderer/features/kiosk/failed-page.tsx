import { useText } from '../../i18n/use-text.ts';
import classes from './kiosk.module.css';
import { SorryPage } from './sorry-page.tsx';
import { kioskText } from './text.ts';
import { useKey } from './use-key.ts';
import { useReturn } from './use-return.ts';

type FailedPageProps = {
  readonly title: string;
  readonly hint: string;
  /** Where asking again may help. */
  readonly onAgain?: () => void;
  readonly onBack: () => void;
};

const shownForSeconds = 20;

export function FailedPage({ title, hint, onAgain, onBack }: FailedPageProps) {
  const text = useText(kioskText);
  const back = useReturn(shownForSeconds, onBack);
  useKey('Escape', onBack);
  return (
    <SorryPage title={title} hint={hint}>
      <div className={classes.actions}>
        {onAgain !== undefined && (
          <button type="button" className={classes.action} onClick={onAgain}>
            {text.again}
          </button>
        )}
        <button type="button" className={classes.action} onClick={back} aria-keyshortcuts="Escape">
          {text.back}
        </button>
      </div>
    </SorryPage>
  );
}
