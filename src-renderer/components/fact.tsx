import type { ReactNode } from 'react';
import classes from './fact.module.css';

/** A list of what is known: label over value. Put `Fact`s in it. */
export function Facts({
  children,
  columns = 2,
}: {
  readonly children: ReactNode;
  readonly columns?: 1 | 2 | 3;
}) {
  return (
    <dl className={classes.facts} data-columns={columns}>
      {children}
    </dl>
  );
}

/** Shows a dash where nothing is known, so that a gap is not taken for an error. */
export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const isEmpty = children === null || children === undefined || children === '';
  return (
    <div>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{isEmpty ? '–' : children}</dd>
    </div>
  );
}
