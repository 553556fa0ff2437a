import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { contract, isMethod } from '../../src-shared/contract/index.ts';
import type { User } from '../../src-shared/contract/session.ts';
import { closeFind } from '../lib/find-store.ts';
import { beginWorkOf } from '../lib/forget.ts';
import { followHistory, leaveRoutes, readRoute, startAt } from '../lib/route.ts';
import { firstRouteOf, mayOpen } from './screens-of-role.ts';

/** What begins and ends with one person's session: their first screen, and nothing of theirs left behind. */
export function EnterSession({ user, children }: { readonly user: User; readonly children: ReactNode }) {
  const queries = useQueryClient();
  useEffect(() => beginWorkOf(user.id), [user.id]);
  useEffect(() => {
    const asked = readRoute(location.hash);
    startAt(asked !== undefined && mayOpen(user.role, asked.screen) ? asked : firstRouteOf(user.role));
    const unfollow = followHistory();
    return () => {
      unfollow();
      closeFind();
      leaveRoutes();
      queries.removeQueries({
        predicate: ({ queryKey: [method] }) =>
          !(typeof method === 'string' && isMethod(method) && contract[method].access === 'public'),
      });
    };
  }, [user.role, queries]);
  return children;
}
