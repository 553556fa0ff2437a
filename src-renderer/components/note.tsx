import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './note.module.css';
import type { Tone } from './status-badge.tsx';

type NoteTone = Exclude<Tone, 'neutral'>;

type NoteProps = {
  readonly tone: NoteTone;
  readonly title?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
};

const icons: Readonly<Record<NoteTone, ReactNode>> = {
  accent: <IconInfoCircle size={20} />,
  success: <IconCircleCheck size={20} />,
  warning: <IconAlertTriangle size={20} />,
  danger: <IconAlertTriangle size={20} />,
};

/** A sentence in its place that must be noticed. Bad news interrupts a screen reader, good news waits. */
export function Note({ tone, title, children, action }: NoteProps) {
  return (
    <div className={classes.note} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <span className={classes.icon} aria-hidden>
        {icons[tone]}
      </span>
      <div className={classes.words}>
        {title !== undefined && <strong className={classes.title}>{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
