import type { Transaction } from 'kysely';
import type { User } from '../../../../src-shared/contract/session.ts';
import { roles } from '../../../../src-shared/ledger/other-entries.ts';
import type { Schema } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export type UserRecord = User & { readonly isActive: boolean; readonly mayKnowInformants: boolean };

export type Credentials = {
  readonly passwordHash: string;
  readonly pinHash: string;
  readonly failures: number;
  readonly blockedUntil: string | null;
};

export async function listUsers(db: Reader): Promise<readonly UserRecord[]> {
  const rows = await db.selectFrom('users').selectAll().orderBy('username').execute();
  return rows.map(userOf);
}

/** Two PCs may have given one name before they knew of each other; here it means who can sign in here. */
export async function findUser(db: Reader, username: string): Promise<UserRecord | undefined> {
  const row = await db
    .selectFrom('users')
    .leftJoin('credentials', 'credentials.user_id', 'users.id')
    .selectAll('users')
    .where('username', '=', username)
    .orderBy((order) => order.case().when('credentials.user_id', 'is', null).then(1).else(0).end())
    .orderBy('users.id')
    .executeTakeFirst();
  return row === undefined ? undefined : userOf(row);
}

export async function userById(db: Reader, id: string): Promise<UserRecord | undefined> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : userOf(row);
}

export async function credentialsOf(db: Reader, userId: string): Promise<Credentials | undefined> {
  const row = await db.selectFrom('credentials').selectAll().where('user_id', '=', userId).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    passwordHash: row.password_hash,
    pinHash: row.pin_hash,
    failures: row.failures,
    blockedUntil: row.blocked_until,
  };
}

export async function saveCredentials(
  trx: Transaction<Schema>,
  userId: string,
  hashes: { readonly passwordHash: string; readonly pinHash: string },
): Promise<void> {
  const record = { password_hash: hashes.passwordHash, pin_hash: hashes.pinHash };
  await trx
    .insertInto('credentials')
    .values({ user_id: userId, ...record, blocked_until: null })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(record))
    .execute();
}

export async function saveFailures(
  trx: Transaction<Schema>,
  userId: string,
  failures: number,
  blockedUntil: string | null,
): Promise<void> {
  await trx
    .updateTable('credentials')
    .set({ failures, blocked_until: blockedUntil })
    .where('user_id', '=', userId)
    .execute();
}

function userOf(row: {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: string;
  readonly is_active: number;
  readonly may_know_informants: number;
}): UserRecord {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    role: oneOf(roles, row.role),
    isActive: row.is_active === 1,
    mayKnowInformants: row.may_know_informants === 1,
  };
}
