import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { runItemsPage } from '../../../../src-shared/contract/retention.ts';
import { type DestructionState, itemKey } from '../../../../src-shared/ledger/reduce-destruction.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

type Page = OutputOf<'retention.items'>;

/** A page of what a run lists, with the numbers of applications that are still here. */
export async function itemsPage(db: Reader, run: DestructionState, offset: number): Promise<Page> {
  const all = [...run.listed.values()];
  const page = all.slice(offset, offset + runItemsPage);
  const known = await db
    .selectFrom('applications')
    .select(['id', 'application_no', 'closed_at'])
    .where(
      'id',
      'in',
      page.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(known.map((row) => [row.id, row]));
  const left = new Map((run.order?.left ?? []).map((item) => [itemKey(item), item.why]));
  const rows = page.map(({ recordClass, kind, id }) => {
    const takenOut = run.takenOut.get(itemKey({ kind, id }));
    return {
      ...{ recordClass, kind, id },
      label: byId.get(id)?.application_no ?? '',
      endedAt: byId.get(id)?.closed_at ?? null,
      standing: takenOut === undefined ? (left.get(itemKey({ kind, id })) ?? 'listed') : 'taken_out',
      reason: takenOut?.reason ?? '',
    } as const;
  });
  return { rows, total: all.length };
}
