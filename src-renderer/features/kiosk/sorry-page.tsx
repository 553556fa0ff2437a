import type { ReactNode } from 'react';
import classes from './kiosk.module.css';

type SorryPageProps = { readonly title: string; readonly hint?: string; readonly children?: ReactNode };

/** What can't be done right now, and what the visitor does instead. */
export function SorryPage({ title, hint, children }: SorryPageProps) {
  return (
    <main className={classes.sorry} aria-live="assertive">
      <h1 className={classes.title}>{title}</h1>
      {hint !== undefined && <p className={classes.sorryHint}>{hint}</p>}
      {children}
    </main>
  );
}
