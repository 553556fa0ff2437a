import type { Selectable } from 'kysely';
import { type ScreenKind, screenKinds } from '../../../../src-shared/ledger/screen-entries.ts';
import type { ScreensTable } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export type KeptScreen = {
  readonly id: string;
  readonly name: string;
  readonly kind: ScreenKind;
  readonly roomCode: string | null;
  readonly addedAt: string;
};

/** Those that may come, by name. */
export async function openScreens(db: Reader): Promise<readonly KeptScreen[]> {
  const rows = await db
    .selectFrom('screens')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('added_at')
    .execute();
  return rows.map(keptOf);
}

/** Undefined for a stranger and for one that was withdrawn. */
export async function screenByTokenHash(db: Reader, tokenHash: string): Promise<KeptScreen | undefined> {
  const row = await db
    .selectFrom('screens')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('withdrawn_at', 'is', null)
    .orderBy('added_at')
    .executeTakeFirst();
  return row === undefined ? undefined : keptOf(row);
}

export async function screenIsThere(db: Reader, id: string): Promise<'open' | 'withdrawn' | undefined> {
  const row = await db.selectFrom('screens').select('withdrawn_at').where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  return row.withdrawn_at === null ? 'open' : 'withdrawn';
}

function keptOf(row: Selectable<ScreensTable>): KeptScreen {
  return {
    id: row.id,
    name: row.name,
    kind: oneOf(screenKinds, row.kind),
    roomCode: row.room_code,
    addedAt: row.added_at,
  };
}
