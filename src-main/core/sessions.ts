import type { Desk, User } from '../../src-shared/contract/session.ts';
import type { Clock } from './ports.ts';

export type OpenSession = { readonly user: User; readonly desk: Desk | null; readonly isLocked: boolean };

/** Who is signed in at which window. In memory only: a restarted program asks again. */
export type Sessions = {
  readonly get: (window: string) => OpenSession | undefined;
  /** Signing in, locking and unlocking; each is a sign of life too. */
  readonly set: (window: string, session: OpenSession) => void;
  readonly end: (window: string) => void;
  /** Ends every session of a user whose account was closed. */
  readonly endUser: (userId: string) => void;
  readonly windows: () => readonly string[];
  /** The person at the window has done something. */
  readonly keepAlive: (window: string) => void;
  /** Since the last sign of life; 0 where nobody is signed in. */
  readonly idleMillis: (window: string) => number;
};

type Kept = { readonly session: OpenSession; readonly aliveAt: number };

export function createSessions({ now }: Pick<Clock, 'now'>): Sessions {
  const open = new Map<string, Kept>();

  function set(window: string, session: OpenSession): void {
    open.set(window, { session, aliveAt: now() });
  }

  function keepAlive(window: string): void {
    const kept = open.get(window);
    if (kept !== undefined) set(window, kept.session);
  }

  return {
    get: (window) => open.get(window)?.session,
    set,
    end: (window) => open.delete(window),
    endUser: (userId) => {
      for (const [window, { session }] of open) if (session.user.id === userId) open.delete(window);
    },
    windows: () => [...open.keys()],
    keepAlive,
    idleMillis: (window) => {
      const kept = open.get(window);
      if (kept === undefined) return 0;
      // A clock that was set back must not keep a session open until it has caught up.
      if (kept.aliveAt > now()) keepAlive(window);
      return Math.max(0, now() - kept.aliveAt);
    },
  };
}
