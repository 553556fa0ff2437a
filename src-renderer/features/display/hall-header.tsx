import { formatLongDay, formatTime, localDay } from '../../../src-shared/text/format.ts';
import { useLanguage } from '../../lib/preferences.ts';
import css from './hall.module.css';

type Props = { readonly branchName: string; readonly now: number };

/** Without seconds: what moves at the edge of the eye draws it away from the call. */
export function HallHeader({ branchName, now }: Props) {
  const { language } = useLanguage();
  const iso = new Date(now).toISOString();
  return (
    <header className={css.header}>
      <h1 className={css.branch}>{branchName}</h1>
      <p className={css.date}>{formatLongDay(localDay(iso), language)}</p>
      <time className={css.clock} dateTime={iso}>
        {formatTime(iso)}
      </time>
    </header>
  );
}
