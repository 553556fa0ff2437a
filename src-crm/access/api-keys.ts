import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';
import { randomToken, sha256 } from '../lib/ids.ts';

export type NewApiKey = { readonly id: string; readonly apiKey: string; readonly branch: string };

/**
 * The key is shown once and kept as its SHA-256 alone: with 256 random bits nothing slower is needed, and the
 * look-up by hash takes the same time for any wrong key.
 */
export async function createApiKey(db: Kysely<Database>, clock: Clock, branch: string): Promise<NewApiKey> {
  const apiKey = `banko_${randomToken()}`;
  const keyHash = sha256(apiKey);
  const id = keyHash.slice(0, 8);
  await db
    .insertInto('api_keys')
    .values({ id, key_hash: keyHash, branch, created_at: isoNow(clock), withdrawn_at: null })
    .execute();
  return { id, apiKey, branch };
}

/** False where no key in use has that id. */
export async function withdrawApiKey(db: Kysely<Database>, clock: Clock, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_keys')
    .set({ withdrawn_at: isoNow(clock) })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function listApiKeys(db: Kysely<Database>) {
  return db
    .selectFrom('api_keys')
    .select(['id', 'branch', 'created_at', 'withdrawn_at'])
    .orderBy('created_at')
    .execute();
}

/** The branch that a key in use speaks for. */
export async function branchOfKey(db: Kysely<Database>, apiKey: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .select('branch')
    .where('key_hash', '=', sha256(apiKey))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.branch;
}
