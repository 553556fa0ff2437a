import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Desk, Session, sessionContract } from '../../../../src-shared/contract/session.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { OpenSession, Sessions } from '../../sessions.ts';
import type { Work } from '../../write.ts';
import { readDocument, readLocal } from '../settings/settings.repo.ts';
import { type Attempts, attemptsOf, type Guessed, saveAttempts, strangerNamed } from './attempts.repo.ts';
import { lockAfterMinutes } from './idle-lock.ts';
import { hashSecret, isSecret } from './passwords.ts';
import { type SessionEvent, sessionFact } from './session-fact.ts';
import { credentialsOf, findUser, type UserRecord } from './users.repo.ts';

type Services = {
  readonly db: Reader;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly ids: Ids;
};
type Method = keyof typeof sessionContract;
type Account = {
  readonly guessed: Guessed;
  readonly user: UserRecord | undefined;
  readonly passwordHash: string;
};

/** Wrong answers that are forgiven before each further one costs a wait. */
const freeAttempts = 5;
const longestBlockMinutes = 15;
const noAttempts: Attempts = { failures: 0, blockedUntil: null };

export function sessionService({ db, sessions, clock, ids }: Services): Handlers<Method> {
  /** Verified where nobody has the name. */
  const nobodysHash = hashSecret('nobody');

  async function view(window: string): Promise<Session> {
    const session = sessions.get(window);
    const workstation = await readLocal(db, 'workstation');
    return {
      user: session?.user ?? null,
      isLocked: session?.isLocked ?? false,
      desk: session?.desk ?? workstation?.desk ?? null,
      lockAfterMinutes: await lockAfterMinutes(db),
    };
  }

  function isBlocked(blockedUntil: string | null): boolean {
    return blockedUntil !== null && Date.parse(blockedUntil) > clock.now();
  }

  /** From the sixth wrong answer on the next try has to wait 1, 2, 4 … minutes. */
  function afterFailure(failures: number): Attempts {
    const over = failures - freeAttempts;
    const minutes = over < 0 ? 0 : Math.min(2 ** over, longestBlockMinutes);
    const blockedUntil = minutes === 0 ? null : new Date(clock.now() + minutes * 60_000).toISOString();
    return { failures: failures + 1, blockedUntil };
  }

  /**
   * Records a right or wrong answer. It is counted inside the transaction, so that many tries at one moment
   * are many; and what it says is kept, so that a replay can't turn a wrong answer into a right one.
   */
  async function judge(
    work: Work,
    guessed: Guessed,
    desk: Desk | null,
    event: SessionEvent,
    isRight: boolean,
  ): Promise<Result<{ readonly isRight: boolean }>> {
    const { failures, blockedUntil } = await attemptsOf(work.trx, guessed);
    if (isBlocked(blockedUntil)) return fail('too_many_attempts');
    if (!isRight) await saveAttempts(work.trx, guessed, afterFailure(failures), clock.now());
    else if (failures > 0) await saveAttempts(work.trx, guessed, noAttempts, clock.now());
    await work.append(sessionFact(guessed.id, event, desk));
    return succeed({ isRight });
  }

  /** Whom a name means. For a name that nobody has here everything goes the same way, and takes as long. */
  async function accountNamed(username: string): Promise<Account> {
    const user = await findUser(db, username);
    const credentials = user === undefined ? undefined : await credentialsOf(db, user.id);
    if (user === undefined || credentials === undefined)
      return {
        guessed: await strangerNamed(db, ids, username),
        user: undefined,
        passwordHash: await nobodysHash,
      };
    return { guessed: { kind: 'user', id: user.id }, user, passwordHash: credentials.passwordHash };
  }

  async function chosenDesk(deskCode: string | undefined): Promise<Result<Desk | null>> {
    const own = (await readLocal(db, 'workstation'))?.desk ?? null;
    // Also where the branch's desks can't be read: who sits here must get in.
    if (deskCode === undefined || deskCode === own?.deskCode) return succeed(own);
    const desks = (await readDocument(db, 'desks')) ?? [];
    const desk = desks.find((known) => known.deskCode === deskCode);
    if (desk === undefined)
      return fail('invalid_input', [{ path: 'deskCode', message: 'Bu şubede böyle bir banko yok.' }]);
    return succeed(desk);
  }

  return {
    'session.current': async (context) => succeed(await view(context.caller.window)),

    'session.signIn': async (context, { username, password, deskCode }) => {
      const desk = await chosenDesk(deskCode);
      if (!desk.ok) return desk;
      const { guessed, user, passwordHash } = await accountNamed(username.trim());
      if (isBlocked((await attemptsOf(db, guessed)).blockedUntil)) return fail('too_many_attempts');
      const isSame = await isSecret(password, passwordHash);

      const isRight = isSame && user?.isActive === true;
      const event = isRight ? 'signed_in' : 'refused';
      const judged = await context.write(
        (work) => judge(work, guessed, desk.value, event, isRight),
        guessed.id,
      );
      if (!judged.ok) return judged;
      if (!judged.value.isRight || !isRight) return fail('wrong_credentials');
      const { id, username: name, displayName, role } = user;
      const signedIn = { id, username: name, displayName, role };
      sessions.set(context.caller.window, { user: signedIn, desk: desk.value, isLocked: false });
      return succeed(await view(context.caller.window));
    },

    'session.signOut': async (context) => {
      const { session } = context;
      if (session === null) return succeed({});
      // Also where the disk is full: whoever leaves the desk must not stay signed in.
      sessions.end(context.caller.window);
      return context.write(async (work) => {
        await work.append(sessionFact(session.user.id, 'signed_out', session.desk));
        return succeed({});
      });
    },

    // What it says is in the call itself: the gate takes every command for a sign of life.
    'session.active': async () => succeed({}),

    'session.lock': async (context) => {
      const { session } = context;
      if (session === null || session.isLocked) return succeed({});
      sessions.set(context.caller.window, { ...session, isLocked: true });
      return context.write(async (work) => {
        await work.append(sessionFact(session.user.id, 'locked', session.desk));
        return succeed({});
      });
    },

    'session.unlock': async (context, { pin }) => {
      const { session } = context;
      if (session === null) return fail('not_signed_in');
      const credentials = await credentialsOf(db, session.user.id);
      if (credentials === undefined) return fail('not_signed_in');
      if (isBlocked(credentials.blockedUntil)) return fail('too_many_attempts');
      const isRight = await isSecret(pin, credentials.pinHash);
      const event = isRight ? 'unlocked' : 'unlock_refused';
      const judged = await context.write((work) =>
        judge(work, { kind: 'user', id: session.user.id }, session.desk, event, isRight),
      );
      if (!judged.ok) return judged;
      if (!judged.value.isRight || !isRight)
        return fail('wrong_pin', [{ path: 'pin', message: 'PIN yanlış.' }]);
      sessions.set(context.caller.window, { ...session, isLocked: false } satisfies OpenSession);
      return succeed(await view(context.caller.window));
    },
  };
}
