import type { ReactNode } from 'react';
import classes from './status-badge.module.css';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

type StatusBadgeProps = {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly label: string;
  readonly title?: string;
};

/** A status says itself three ways: words, icon, colour. */
export function StatusBadge({ tone, icon, label, title }: StatusBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone} title={title}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      {label}
    </span>
  );
}
