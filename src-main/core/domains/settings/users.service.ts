import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Role } from '../../../../src-shared/ledger/other-entries.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Ids } from '../../ports.ts';
import type { Sessions } from '../../sessions.ts';
import type { Work } from '../../write.ts';
import { hashSecret } from '../session/passwords.ts';
import { findUser, listUsers, saveCredentials, type UserRecord, userById } from '../session/users.repo.ts';

type Services = {
  readonly db: Reader;
  readonly ids: Ids;
  readonly sessions: Sessions;
  /** Somebody can sign in now with secrets that the branch's other PCs don't have yet. */
  readonly onCredentials: () => void;
};

export type NewUser = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly pinHash: string;
};

/** Argon2 takes its time, so the hashes are made before the transaction begins. */
export async function hashUser(
  id: string,
  user: Omit<NewUser, 'id' | 'passwordHash' | 'pinHash'> & {
    readonly password: string;
    readonly pin: string;
  },
): Promise<NewUser> {
  const [passwordHash, pinHash] = await Promise.all([hashSecret(user.password), hashSecret(user.pin)]);
  return {
    id,
    username: user.username,
    displayName: user.displayName,
    role: user.role,
    passwordHash,
    pinHash,
  };
}

/** The person in the ledger, the secrets on this PC alone. */
export async function addUser(work: Work, user: NewUser): Promise<void> {
  const { username, displayName, role } = user;
  await work.append(
    fact({ kind: 'settings', id: user.id }, 'user.recorded', { username, displayName, role, isActive: true }),
  );
  await saveCredentials(work.trx, user.id, user);
}

export function usersService({
  db,
  ids,
  sessions,
  onCredentials,
}: Services): Handlers<'user.list' | 'user.add' | 'user.setActive' | 'user.setInformants'> {
  return {
    'user.list': async () => succeed({ users: [...(await listUsers(db))] }),

    'user.add': async (context, input) => {
      const user = await hashUser(ids.uuid(), input);
      const added = await context.write(async (work) => {
        if ((await findUser(work.trx, user.username)) !== undefined)
          return fail('invalid_input', [{ path: 'username', message: 'Bu kullanıcı adı alınmış.' }]);
        await addUser(work, user);
        return succeed({ userId: user.id });
      });
      if (added.ok) onCredentials();
      return added;
    },

    'user.setInformants': (context, { userId, mayKnowInformants }) =>
      context.write(async (work) => {
        const user = await userById(work.trx, userId);
        if (user === undefined) return fail('not_found');
        await record(work, { ...user, mayKnowInformants });
        // What is on that person's screen now may hold less from here on.
        work.touch('applications');
        work.touch('attachments');
        return succeed({});
      }),

    'user.setActive': async (context, { userId, isActive }) => {
      if (userId === userOf(context).id)
        return fail('invalid_input', [{ path: 'userId', message: 'Kendi hesabınızı kapatamazsınız.' }]);
      const result = await context.write(async (work) => {
        const user = await userById(work.trx, userId);
        if (user === undefined) return fail('not_found');
        await record(work, { ...user, isActive });
        // Whoever sat at a screen of this account sees at once that it has ended.
        if (!isActive) work.touch('session');
        return succeed({});
      });
      if (result.ok && !isActive) sessions.endUser(userId);
      return result;
    },
  };
}

/** The whole person each time; the latest stands. */
async function record(work: Work, { id, ...user }: UserRecord): Promise<void> {
  await work.append(fact({ kind: 'settings', id }, 'user.recorded', user));
}
