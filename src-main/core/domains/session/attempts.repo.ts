import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { sha256 } from '../../ledger/digest.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Ids } from '../../ports.ts';
import { credentialsOf, saveFailures } from './users.repo.ts';

/** Wrong answers in a row, and until when no further one is heard. */
export type Attempts = { readonly failures: number; readonly blockedUntil: string | null };

/**
 * Whose secret is being guessed: a user of this PC, or a stranger: a name that nobody has here. Both are counted
 * and kept alike, over a restart too, so that no answer tells which names exist.
 */
export type Guessed =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'stranger'; readonly id: string; readonly nameHash: string };

/** The longest untried name is forgotten; whoever wants that must try so many others first. */
export const rememberedStrangers = 1_000;

/** The stranger of that name under the id of their first try. What was typed is not kept: it may be a password. */
export async function strangerNamed(db: Reader, ids: Ids, username: string): Promise<Guessed> {
  const nameHash = sha256(username);
  const known = await strangerOf(db, nameHash);
  return { kind: 'stranger', id: known?.id ?? ids.uuid(), nameHash };
}

export async function attemptsOf(db: Reader, guessed: Guessed): Promise<Attempts> {
  if (guessed.kind === 'stranger') {
    const row = await strangerOf(db, guessed.nameHash);
    return { failures: row?.failures ?? 0, blockedUntil: row?.blocked_until ?? null };
  }
  const credentials = await credentialsOf(db, guessed.id);
  if (credentials === undefined) throw new Error('Credentials are never deleted');
  return credentials;
}

export async function saveAttempts(
  trx: Transaction<Schema>,
  guessed: Guessed,
  { failures, blockedUntil }: Attempts,
  now: number,
): Promise<void> {
  if (guessed.kind === 'user') return saveFailures(trx, guessed.id, failures, blockedUntil);
  const counted = { failures, blocked_until: blockedUntil, tried_at: new Date(now).toISOString() };
  await trx
    .insertInto('strangers')
    .values({ name_hash: guessed.nameHash, id: guessed.id, ...counted })
    .onConflict((conflict) => conflict.column('name_hash').doUpdateSet(counted))
    .execute();
  const forgotten = trx
    .selectFrom('strangers')
    .select('name_hash')
    .orderBy('tried_at', 'desc')
    .limit(-1)
    .offset(rememberedStrangers);
  await trx.deleteFrom('strangers').where('name_hash', 'in', forgotten).execute();
}

async function strangerOf(db: Reader, nameHash: string) {
  return db.selectFrom('strangers').selectAll().where('name_hash', '=', nameHash).executeTakeFirst();
}
