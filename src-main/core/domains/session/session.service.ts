import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Desk, Session, sessionContract } from '../../../../src-shared/contract/session.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { Context, Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import type { OpenSession, Sessions } from '../../sessions.ts';
import type { Work } from '../../write.ts';
import { readDocument, readLocal } from '../settings/settings.repo.ts';
import { hashSecret, isSecret } from './passwords.ts';
import { credentialsOf, findUser, saveFailures } from './users.repo.ts';

type Services = { readonly db: Reader; readonly sessions: Sessions; readonly clock: Clock };
type Method = keyof typeof sessionContract;

/** Wrong answers that are forgiven before each further one costs a wait. */
const freeAttempts = 5;
const longestBlockMinutes = 15;
const defaultLockMinutes = 5;

export function sessionService({ db, sessions, clock }: Services): Handlers<Method> {
  /** Verified when nobody has the name, so that the answer takes as long as for somebody who has it. */
  const nobodysHash = hashSecret('nobody');

  async function view(window: string): Promise<Session> {
    const session = sessions.get(window);
    const policy = await readDocument(db, 'policy');
    const workstation = await readLocal(db, 'workstation');
    return {
      user: session?.user ?? null,
      isLocked: session?.isLocked ?? false,
      desk: session?.desk ?? workstation?.desk ?? null,
      lockAfterMinutes: policy?.lockAfterMinutes ?? defaultLockMinutes,
    };
  }

  function isBlocked(blockedUntil: string | null): boolean {
    return blockedUntil !== null && Date.parse(blockedUntil) > clock.now();
  }

  /** Counts a wrong answer; from the sixth on the next try has to wait 1, 2, 4 … minutes. */
  async function countFailure(work: Work, userId: string, failures: number): Promise<void> {
    const over = failures - freeAttempts;
    const minutes = over < 0 ? 0 : Math.min(2 ** over, longestBlockMinutes);
    const until = minutes === 0 ? null : new Date(clock.now() + minutes * 60_000).toISOString();
    await saveFailures(work.trx, userId, failures + 1, until);
  }

  async function chosenDesk(deskCode: string | undefined): Promise<Result<Desk | null>> {
    const workstation = await readLocal(db, 'workstation');
    if (deskCode === undefined) return succeed(workstation?.desk ?? null);
    const desks = (await readDocument(db, 'desks')) ?? [];
    const desk = desks.find((known) => known.deskCode === deskCode);
    if (desk === undefined)
      return fail('invalid_input', [{ path: 'deskCode', message: 'Bu şubede böyle bir banko yok.' }]);
    return succeed(desk);
  }

  async function end(context: Context, event: 'signed_out'): Promise<Result<Record<string, never>>> {
    const { session } = context;
    if (session === null) return succeed({});
    const result = await context.write(async (work) => {
      await work.append(audit(session.user.id, event, session.desk));
      return succeed({});
    });
    if (result.ok) sessions.end(context.caller.window);
    return result;
  }

  return {
    'session.current': async (context) => succeed(await view(context.caller.window)),

    'session.signIn': async (context, { username, password, deskCode }) => {
      const user = await findUser(db, username.trim());
      const credentials = user === undefined ? undefined : await credentialsOf(db, user.id);
      const isRight = await isSecret(password, credentials?.passwordHash ?? (await nobodysHash));
      if (user === undefined || credentials === undefined) return fail('wrong_credentials');
      if (isBlocked(credentials.blockedUntil)) return fail('too_many_attempts');
      const desk = await chosenDesk(deskCode);
      if (!desk.ok) return desk;

      const outcome = await context.write(async (work) => {
        if (isRight && user.isActive) {
          await saveFailures(work.trx, user.id, 0, null);
          await work.append(audit(user.id, 'signed_in', desk.value));
          return succeed({ isIn: true });
        }
        await countFailure(work, user.id, credentials.failures);
        await work.append(audit(user.id, 'refused', desk.value));
        return succeed({ isIn: false });
      });
      if (!outcome.ok) return outcome;
      if (!outcome.value.isIn || !isRight) return fail('wrong_credentials');
      const { isActive: _, ...signedIn } = user;
      sessions.set(context.caller.window, { user: signedIn, desk: desk.value, isLocked: false });
      return succeed(await view(context.caller.window));
    },

    'session.signOut': (context) => end(context, 'signed_out'),

    'session.lock': async (context) => {
      const { session } = context;
      if (session === null || session.isLocked) return succeed({});
      sessions.set(context.caller.window, { ...session, isLocked: true });
      return context.write(async (work) => {
        await work.append(audit(session.user.id, 'locked', session.desk));
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
      const outcome = await context.write(async (work) => {
        if (isRight) await saveFailures(work.trx, session.user.id, 0, null);
        else await countFailure(work, session.user.id, credentials.failures);
        await work.append(audit(session.user.id, isRight ? 'unlocked' : 'unlock_refused', session.desk));
        return succeed({});
      });
      if (!outcome.ok) return outcome;
      if (!isRight) return fail('wrong_pin', [{ path: 'pin', message: 'PIN yanlış.' }]);
      sessions.set(context.caller.window, { ...session, isLocked: false } satisfies OpenSession);
      return succeed(await view(context.caller.window));
    },
  };
}

function audit(userId: string, event: PayloadOf<'audit.session'>['event'], desk: Desk | null) {
  return fact({ kind: 'audit', id: userId }, 'audit.session', { event, deskCode: desk?.deskCode ?? null });
}
