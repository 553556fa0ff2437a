import type { ReactNode } from 'react';
import classes from './bottom-bar.module.css';

/** Below an editor, always in reach. */
export function BottomBar({ children }: { readonly children: ReactNode }) {
  return <div className={classes.bar}>{children}</div>;
}
