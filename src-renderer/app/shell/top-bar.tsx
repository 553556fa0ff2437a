import { IconSearch } from '@tabler/icons-react';
import type { Session, User } from '../../../src-shared/contract/session.ts';
import type { SystemState } from '../../../src-shared/contract/system.ts';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { openFind } from '../../lib/find-store.ts';
import { useKeys } from '../../lib/keys.ts';
import { appText } from '../texts.ts';
import { SessionMenu } from './session-menu.tsx';
import classes from './shell.module.css';
import { StatusLine } from './status-line.tsx';

type TopBarProps = { readonly system: SystemState; readonly session: Session; readonly user: User };

/** Always visible: where this is, who works here, and whether anything needs attention. */
export function TopBar({ system, session, user }: TopBarProps) {
  const text = useText(appText);
  const common = useCommonText();
  // Reading the files of others is not the unit's work: it gets what was routed to it.
  const canFind = user.role !== 'unit';
  useKeys([{ key: 'mod+K', label: common.find, run: () => openFind(), isEnabled: canFind }]);
  return (
    <header className={classes.top}>
      <div className={classes.where}>
        <span className={classes.branch} title={system.branch?.name}>
          {system.branch?.name}
        </span>
        <span className={classes.desk}>{session.desk?.deskName ?? text.noDesk}</span>
      </div>
      <StatusLine system={system} />
      {canFind && (
        <button
          type="button"
          className={classes.findBox}
          onClick={() => openFind()}
          aria-keyshortcuts={ariaKey('mod+K')}
          title={common.find}
        >
          <IconSearch size={16} aria-hidden />
          <span className={classes.findLong}>{text.findPlaceholder}</span>
          <span className={classes.findShort}>{common.find}</span>
          <KeyHint keyName="mod+K" />
        </button>
      )}
      <SessionMenu user={user} />
    </header>
  );
}
