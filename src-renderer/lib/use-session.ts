import type { Session, User } from '../../src-shared/contract/session.ts';
import { useQueryMethod } from './use-method.ts';

/** The session of this window; undefined until it is known. */
export function useSession(): Session | undefined {
  return useQueryMethod('session.current', {}).data;
}

/** Who is signed in; undefined before that. */
export function useUser(): User | undefined {
  return useSession()?.user ?? undefined;
}
