import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { BranchConnection } from '../../../src-shared/contract/branch.ts';
import type { Role } from '../../../src-shared/ledger/other-entries.ts';
import { formatTime } from '../../../src-shared/text/format.ts';
import { notifyDone } from '../../components/notify.ts';
import { TakeOver } from '../../components/take-over.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useBranchConnection } from '../../lib/use-branch.ts';
import { appText } from '../texts.ts';
import classes from './branch-line.module.css';

/** On every screen while the branch's hub is away: since when, what still works and what waits, and the way out. */
export function BranchLine({ role }: { readonly role: Role }) {
  const text = useText(appText);
  const connection = useBranchConnection();
  useTellOfReturn(connection);
  if (connection?.state !== 'unreachable' && connection?.state !== 'not_trusted') return null;
  const { hubName, lostAt, state } = connection;
  const isUnreachable = state === 'unreachable';
  const since = lostAt === null ? '' : ` ${text.hubLostAt(formatTime(lostAt))}`;
  return (
    <section className={classes.line} aria-label={text.hubLine}>
      <div className={classes.words} role="alert">
        <IconPlugConnectedX size={20} aria-hidden />
        <div>
          <strong>
            {(isUnreachable ? text.hubLost(hubName ?? '–') : text.hubDistrusts(hubName ?? '–')) + since}
          </strong>
          <p>{isUnreachable ? text.hubLostHint : text.hubDistrustsHint}</p>
        </div>
      </div>
      {isUnreachable && (role === 'supervisor' || role === 'administrator') && (
        <div className={classes.way}>
          <TakeOver />
        </div>
      )}
    </section>
  );
}

/** Says once that the hub is there again, or that another PC has become it. */
function useTellOfReturn(connection: BranchConnection | undefined): void {
  const text = useText(appText);
  const before = useRef<BranchConnection | undefined>(undefined);
  const wasAway = useRef(false);
  useEffect(() => {
    const was = before.current;
    before.current = connection;
    if (connection === undefined || was === undefined) return;
    if (connection.role !== 'joined') {
      wasAway.current = false;
      return;
    }
    if (connection.state === 'unreachable' || connection.state === 'not_trusted') wasAway.current = true;
    const name = connection.hubName ?? '–';
    if (was.role === 'joined' && was.hubName !== connection.hubName) notifyDone(text.hubMoved(name));
    else if (connection.state === 'connected' && wasAway.current) notifyDone(text.hubBack(name));
    if (connection.state === 'connected') wasAway.current = false;
  }, [connection, text]);
}
