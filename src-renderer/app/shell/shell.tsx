import type { Session, User } from '../../../src-shared/contract/session.ts';
import type { SystemState } from '../../../src-shared/contract/system.ts';
import { FindBox } from '../../features/find/find-box.tsx';
import { useText } from '../../i18n/use-text.ts';
import { Screens } from '../screens.tsx';
import { mayOpen } from '../screens-of-role.ts';
import { appText } from '../texts.ts';
import { BranchLine } from './branch-line.tsx';
import { HelpLine } from './help-line.tsx';
import { MeetingLine } from './meeting-line.tsx';
import { NoticeLine } from './notice-line.tsx';
import { Rail } from './rail.tsx';
import { ReadingLine } from './reading-line.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useScanOpensFile } from './use-scan-opens-file.ts';

type ShellProps = { readonly system: SystemState; readonly session: Session; readonly user: User };

/** The frame around every screen of the staff: where to go on the left, what is going on along the top. */
export function Shell({ system, session, user }: ShellProps) {
  const text = useText(appText);
  useIdleLock(session.lockAfterMinutes);
  useScanOpensFile();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {text.skip}
      </a>
      <Rail role={user.role} hasDesk={session.desk !== null} />
      <TopBar system={system} session={session} user={user} />
      <BranchLine role={user.role} />
      <main className={classes.main} id="content" tabIndex={-1}>
        <Screens role={user.role} />
      </main>
      <div className={classes.below}>
        <HelpLine desk={session.desk} />
        <MeetingLine />
        <ReadingLine user={user} />
        <NoticeLine />
      </div>
      {user.role !== 'unit' && <FindBox mayOpen={(screen) => mayOpen(user.role, screen)} />}
    </div>
  );
}
