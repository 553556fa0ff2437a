import { formatTime } from '../../../src-shared/text/format.ts';
import { Mark } from '../../components/mark.tsx';
import { useNow } from '../../lib/use-now.ts';
import classes from './kiosk.module.css';

export function KioskHeader({ branchName }: { readonly branchName: string }) {
  const now = useNow(1);
  return (
    <header className={classes.header}>
      <span className={classes.mark}>
        <Mark size={34} />
      </span>
      <p className={classes.branch}>{branchName}</p>
      <p className={classes.clock}>{formatTime(new Date(now).toISOString())}</p>
    </header>
  );
}
