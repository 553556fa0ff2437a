import type { OpenStore } from '../../db/open.ts';
import { markErased } from './destruction.ts';
import { eraseItems, eraseTraces } from './erase.ts';
import { readOrderList } from './order-list.ts';

/**
 * Before anybody reads the store: erases again what was destroyed once and a restored backup has brought back, by the
 * list beside the store.
 */
export async function eraseForgotten({ db }: OpenStore, dataDir: string, now: number): Promise<void> {
  const orders = await readOrderList(dataDir);
  if (orders.length === 0) return;
  const done = await db
    .selectFrom('destruction_orders')
    .select('run_id')
    .where('erased_at', 'is not', null)
    .execute();
  const known = new Set(done.map(({ run_id }) => run_id));
  for (const order of orders) {
    if (known.has(order.runId)) continue;
    await db.transaction().execute(async (trx) => {
      await eraseItems(trx, order.runId, order.items);
      await eraseTraces(trx, order.items);
      await markErased(trx, order, new Date(now).toISOString());
    });
  }
}
