import type { Desk, User } from '../../src-shared/contract/session.ts';

export type OpenSession = { readonly user: User; readonly desk: Desk | null; readonly isLocked: boolean };

/** Who is signed in at which window. In memory only: a restarted program asks again. */
export type Sessions = {
  readonly get: (window: string) => OpenSession | undefined;
  readonly set: (window: string, session: OpenSession) => void;
  readonly end: (window: string) => void;
  /** Ends every session of a user whose account was closed. */
  readonly endUser: (userId: string) => void;
};

export function createSessions(): Sessions {
  const open = new Map<string, OpenSession>();
  return {
    get: (window) => open.get(window),
    set: (window, session) => open.set(window, session),
    end: (window) => open.delete(window),
    endUser: (userId) => {
      for (const [window, session] of open) if (session.user.id === userId) open.delete(window);
    },
  };
}
