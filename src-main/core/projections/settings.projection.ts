import type { Transaction } from 'kysely';
import { type Entry, inOrder, type Stream } from '../../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../../src-shared/ledger/entry-types.ts';
import type { Schema } from '../db/schema.ts';

/** The latest document or user stands. */
export async function projectSettings(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const latest = inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .at(-1);
  if (latest?.type === 'settings.changed') {
    const value = JSON.stringify(latest.payload.value);
    await trx
      .insertInto('settings')
      .values({ document: stream.id, value })
      .onConflict((conflict) => conflict.column('document').doUpdateSet({ value }))
      .execute();
  }
  if (latest?.type === 'user.recorded') {
    const { username, displayName, role, isActive, mayKnowInformants = false } = latest.payload;
    const user = {
      id: stream.id,
      username,
      display_name: displayName,
      role,
      is_active: isActive ? (1 as const) : (0 as const),
      may_know_informants: mayKnowInformants ? (1 as const) : (0 as const),
    };
    await trx
      .insertInto('users')
      .values(user)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(user))
      .execute();
  }
}
