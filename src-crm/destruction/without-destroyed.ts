import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { PlacedEntry } from '../ledger/entry-rows.ts';

/**
 * The same entries, those that their branch has ordered to be destroyed without their payload: a counter that has not
 * heard of it, or was restored from an old backup, brings nothing back.
 */
export async function withoutDestroyed(
  tx: Transaction<Database>,
  placed: readonly PlacedEntry[],
): Promise<readonly PlacedEntry[]> {
  if (placed.length === 0) return placed;
  const column = (pick: (item: PlacedEntry) => string): string[] => placed.map(pick);
  const { rows } = await sql<{ place: number }>`
    select place from unnest(
      ${column(({ branch }) => branch)}::text[], ${column(({ entry }) => entry.stream.kind)}::text[],
      ${column(({ entry }) => entry.stream.id)}::text[], ${column(({ entry }) => entry.id)}::text[],
      ${column(({ entry }) => entry.recordedAt)}::text[]
    ) with ordinality as given (branch, kind, stream, entry, recorded_at, place)
    where exists (
      select from destroyed
      where destroyed.branch = given.branch and destroyed.before > given.recorded_at collate "C"
        and ((destroyed.kind = given.kind and destroyed.id = given.stream)
          or (destroyed.kind = 'entry' and destroyed.id = given.entry))
    )`.execute(tx);
  const gone = new Set(rows.map(({ place }) => place));
  return placed.map((item, index) =>
    gone.has(index + 1) ? { ...item, entry: { ...item.entry, payload: null, salt: null } } : item,
  );
}
