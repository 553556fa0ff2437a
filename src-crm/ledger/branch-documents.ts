import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { knownEntry } from '../../src-shared/ledger/entry-types.ts';
import type { Database } from '../db/schema.ts';
import { entryOf } from './entry-rows.ts';

export type BranchDocument<T> = (db: Kysely<Database>, branch: string) => Promise<T | undefined>;

/** How far back a readable version is looked for. */
const versionsTried = 20;

/**
 * A settings document as the branch's counters have pushed it: the newest that this gateway understands, since one
 * of a newer Banko must not take the branch's decisions away. Undefined where there is none. What was read is kept
 * until another version arrives.
 */
export function branchDocument<T>(name: string, schema: z.ZodType<T>): BranchDocument<T> {
  const kept = new Map<string, { readonly newest: string; readonly value: T | undefined }>();
  return async (db, branch) => {
    const versions = db
      .selectFrom('entries')
      .where('branch', '=', branch)
      .where('stream_kind', '=', 'settings')
      .where('stream_id', '=', name)
      .orderBy('recorded_at', 'desc')
      .orderBy('id', 'desc');
    const newest = (await versions.select('id').limit(1).executeTakeFirst())?.id;
    if (newest === undefined) return undefined;
    const known = kept.get(branch);
    if (known?.newest === newest) return known.value;
    const rows = await versions.selectAll().limit(versionsTried).execute();
    const value = firstReadable(rows.map(entryOf), schema);
    kept.set(branch, { newest, value });
    return value;
  };
}

function firstReadable<T>(
  entries: readonly ReturnType<typeof entryOf>[],
  schema: z.ZodType<T>,
): T | undefined {
  for (const entry of entries) {
    const known = knownEntry(entry);
    if (known?.type !== 'settings.changed') continue;
    const read = schema.safeParse(known.payload.value);
    if (read.success) return read.data;
  }
  return undefined;
}
