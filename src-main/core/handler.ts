import type { Result } from '../../src-shared/contract/errors.ts';
import type { Method, OutputOf, ParsedInputOf } from '../../src-shared/contract/index.ts';
import type { Desk, User } from '../../src-shared/contract/session.ts';
import type { Caller } from './core.ts';
import type { OpenSession } from './sessions.ts';
import type { Work } from './write.ts';

/** Who acts where nobody is signed in: set-up, the pusher, the print pump. */
export const systemActor = 'system';

/** What dispatch has made sure of before a handler runs. */
export type Context = {
  readonly caller: Caller;
  /** Null for a public method called before anybody signed in. */
  readonly session: OpenSession | null;
  /** The log of the PC at whose printer paper comes out, where another one has passed the call on; null for here. */
  readonly printsAt: string | null;
  /**
   * The command's one unit of work; a second call in one command is a bug and throws.
   * @param userId whose act it is, where that is not yet the session's user: signing in
   */
  readonly write: <T>(body: (work: Work) => Promise<Result<T>>, userId?: string) => Promise<Result<T>>;
};

export type Handler<M extends Method> = (
  context: Context,
  input: ParsedInputOf<M>,
) => Promise<Result<OutputOf<M>>>;

export type Handlers<M extends Method = Method> = { readonly [K in M]: Handler<K> };

/** The signed-in user; dispatch lets nobody else reach a method that asks for one. */
export function userOf(context: Context): User {
  if (context.session === null) throw new Error('A handler asked for the user of a public call');
  return context.session.user;
}

/** Staff roles sit at a desk; the workstation's own where they chose none. */
export function deskOf(context: Context): Desk {
  const desk = context.session?.desk;
  if (desk === undefined || desk === null) throw new Error('A set-up workstation has a desk');
  return desk;
}
