import { Mark } from '../mark.tsx';
import classes from './notice-page.module.css';

type NoticePageProps = { readonly title: string; readonly hint?: string; readonly isBad?: boolean };

/** All that a screen without a person can say when it has nothing to show. */
export function NoticePage({ title, hint, isBad = false }: NoticePageProps) {
  return (
    <main className={classes.page} aria-live={isBad ? 'assertive' : 'polite'}>
      <span className={classes.mark}>
        <Mark size={56} />
      </span>
      <h1 className={classes.title}>{title}</h1>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
    </main>
  );
}
