import { Activity, useEffect } from 'react';
import { FirstRunScreen } from '../features/first-run/first-run-screen.tsx';
import { SignInScreen } from '../features/session/sign-in-screen.tsx';
import { TroubleScreen } from '../features/trouble/trouble-screen.tsx';
import { useQueryMethod } from '../lib/use-method.ts';
import { EnterSession } from './enter-session.tsx';
import { HostMissing } from './host-missing.tsx';
import { LockedWindow } from './locked-window.tsx';
import { Shell } from './shell/shell.tsx';

/** Which of the program's faces is shown: trouble, first run, sign-in, or the work of whoever is signed in. */
export function Gate() {
  const state = useQueryMethod('system.state', {});
  const session = useQueryMethod('session.current', {}, { enabled: state.data?.phase === 'ready' });
  const isLocked = session.data?.isLocked === true;
  const user = session.data?.user ?? null;

  useEffect(() => {
    document.title = state.data?.branch ? `Banko · ${state.data.branch.name}` : 'Banko';
  }, [state.data?.branch]);

  if (state.data === undefined)
    return state.isError ? <HostMissing onRetry={() => void state.refetch()} /> : null;
  if (state.data.phase === 'trouble')
    return <TroubleScreen trouble={state.data.trouble} version={state.data.version} />;
  if (state.data.phase === 'first_run') return <FirstRunScreen />;
  if (session.data === undefined) return null;
  if (user === null) return <SignInScreen system={state.data} />;
  return (
    <EnterSession user={user} key={user.id}>
      {/* Hidden and out of reach, with everything that was typed, until the PIN is given. */}
      <Activity mode={isLocked ? 'hidden' : 'visible'}>
        <Shell system={state.data} session={session.data} user={user} />
      </Activity>
      {isLocked && <LockedWindow user={user} />}
    </EnterSession>
  );
}
