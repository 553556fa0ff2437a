import type { Kysely } from 'kysely';
import type { Channel } from '../../src-shared/rules/channels.ts';
import type { ApiKeyKind, Database } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';
import { randomToken, sha256 } from '../lib/ids.ts';

export type NewApiKey = { readonly id: string; readonly apiKey: string; readonly branch: string };
export type NewIntakeKey = {
  readonly id: string;
  readonly apiKey: string;
  readonly channels: readonly Channel[];
};

/** What a key in use opens: a branch's ledger, or the intake of applications that come by some channels. */
export type ApiKey = { readonly id: string } & (
  | { readonly kind: 'counter'; readonly branch: string }
  | { readonly kind: 'intake'; readonly channels: readonly string[] }
);

/**
 * The key is shown once and kept as its SHA-256 alone: with 256 random bits nothing slower is needed, and the
 * look-up by hash takes the same time for any wrong key.
 */
export async function createApiKey(db: Kysely<Database>, clock: Clock, branch: string): Promise<NewApiKey> {
  return { ...(await insertKey(db, clock, { kind: 'counter', branch, channels: null })), branch };
}

/** A key for whoever registers applications that come by these channels; it reads nothing. */
export async function createIntakeKey(
  db: Kysely<Database>,
  clock: Clock,
  channels: readonly Channel[],
): Promise<NewIntakeKey> {
  return { ...(await insertKey(db, clock, { kind: 'intake', branch: null, channels })), channels };
}

type KeyPlace = {
  readonly kind: ApiKeyKind;
  readonly branch: string | null;
  readonly channels: readonly string[] | null;
};

async function insertKey(
  db: Kysely<Database>,
  clock: Clock,
  place: KeyPlace,
): Promise<{ id: string; apiKey: string }> {
  const apiKey = `banko_${randomToken()}`;
  const keyHash = sha256(apiKey);
  const id = keyHash.slice(0, 8);
  await db
    .insertInto('api_keys')
    .values({
      ...place,
      channels: place.channels && [...place.channels],
      id,
      key_hash: keyHash,
      created_at: isoNow(clock),
      withdrawn_at: null,
    })
    .execute();
  return { id, apiKey };
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
    .select(['id', 'kind', 'branch', 'channels', 'created_at', 'withdrawn_at'])
    .orderBy('created_at')
    .execute();
}

/** What a key opens; undefined where it is unknown or was withdrawn. */
export async function findApiKey(db: Kysely<Database>, apiKey: string): Promise<ApiKey | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .select(['id', 'kind', 'branch', 'channels'])
    .where('key_hash', '=', sha256(apiKey))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, kind, branch, channels } = row;
  if (kind === 'counter') return branch === null ? undefined : { id, kind, branch };
  return { id, kind, channels: channels ?? [] };
}

/** The branch that a counter's key in use speaks for. */
export async function branchOfKey(db: Kysely<Database>, apiKey: string): Promise<string | undefined> {
  const key = await findApiKey(db, apiKey);
  return key?.kind === 'counter' ? key.branch : undefined;
}
