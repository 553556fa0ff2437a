import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './file.module.css';

/** What a person has to see to before going on. */
export function Warning({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.warning} aria-label={title}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </section>
  );
}
