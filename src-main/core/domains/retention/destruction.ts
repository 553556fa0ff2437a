import type { Topic } from '../../../../src-shared/contract/define.ts';
import { succeed } from '../../../../src-shared/contract/errors.ts';
import { type Order, orderOf } from '../../../../src-shared/ledger/reduce-destruction.ts';
import { halfYearOf } from '../../../../src-shared/rules/retention.ts';
import type { OpenStore } from '../../db/open.ts';
import type { SealedFiles } from '../../files/sealed-files.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import { sha256 } from '../../ledger/digest.ts';
import type { Clock, Ids } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { orderRun } from './carry-out-run.ts';
import { compactStore } from './compact.ts';
import { rotateCopies } from './copies.ts';
import { eraseItems, eraseTraces } from './erase.ts';
import { addToOrderList } from './order-list.ts';
import { proposePeriodic } from './propose.ts';
import { allRuns } from './runs.repo.ts';

type Services = {
  readonly dataDir: string;
  readonly store: OpenStore;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: Pick<SealedFiles, 'remove'>;
  readonly jobFailed: JobFailed;
  /** Resolves when this PC knows its place in the branch. */
  readonly isAuthority: () => Promise<boolean>;
  /** When something was last written: the store is rewritten when nobody waits for it. */
  readonly lastWriteAt: () => number;
};

export type Destruction = Worker & { readonly start: () => void };

const itemsPerSlice = 50;
export const lookAgainMillis = 60_000;
/** Nobody has saved anything for so long: rewriting a large store takes seconds in which nobody can. */
export const quietBeforeCompacting = 30_000;
const everything: readonly Topic[] = [
  'applications',
  'attachments',
  'consumers',
  'prints',
  'queue',
  'meetings',
  'switchboard',
  'retention',
];

/**
 * Proposes at each half-year, orders what two people have approved (both at the branch's authority alone), and erases
 * on this PC what was ordered, wherever it was: entries, tables, files, the store's free pages, old copies.
 */
export function createDestruction(services: Services): Destruction {
  const { dataDir, store, writer, clock, ids, files, jobFailed, isAuthority } = services;
  const { db } = store;
  let cancelTimer = () => {};
  let isStopped = false;
  let askedFor = '';

  const worker = createWorker(
    async () => {
      if (await isAuthority()) {
        await proposeForHalfYear();
        await orderApproved();
      }
      for (const order of await ordersToErase()) await erase(order);
      await destroyFiles();
      await compact();
      const erasures = await db
        .selectFrom('destruction_orders')
        .select('compacted_at')
        .where('compacted_at', 'is not', null)
        .execute();
      const erasedAt = erasures.flatMap(({ compacted_at: at }) => at ?? []);
      await rotateCopies(dataDir, erasedAt, nowIso());
      lookAgain();
    },
    (error) => {
      jobFailed('records were not destroyed', error);
      lookAgain();
    },
  );

  const nowIso = () => new Date(clock.now()).toISOString();

  function lookAgain(): void {
    cancelTimer();
    if (!isStopped) cancelTimer = clock.after(lookAgainMillis, worker.wake);
  }

  /** Once in each half-year, where anything is due (KVKK Silme Yönetmeliği md. 11: at most six months apart). */
  async function proposeForHalfYear(): Promise<void> {
    const half = halfYearOf(nowIso());
    if (askedFor === half) return;
    const runs = await allRuns(db);
    const isProposed = runs.some(({ proposal }) => proposal.reason === 'periodic' && proposal.asOf >= half);
    if (!isProposed) await writer.write(systemActor, (work) => proposePeriodic(work, { clock, ids }));
    askedFor = half;
  }

  async function orderApproved(): Promise<void> {
    for (const { id, status } of await allRuns(db)) {
      if (status !== 'approved') continue;
      await writer.write(systemActor, async (work) => {
        const run = (await allRuns(work.trx)).find((one) => one.id === id);
        if (run?.status === 'approved') await orderRun(work, run);
        return succeed(null);
      });
    }
  }

  async function ordersToErase(): Promise<readonly Order[]> {
    const done = await db
      .selectFrom('destruction_orders')
      .select('run_id')
      .where('erased_at', 'is not', null)
      .execute();
    const erased = new Set(done.map(({ run_id }) => run_id));
    return (await allRuns(db))
      .filter(({ id }) => !erased.has(id))
      .flatMap((run) => orderOf(run, sha256) ?? []);
  }

  async function erase(order: Order): Promise<void> {
    // Beside the store first: whatever is cut off from here on, a restored store is told again.
    await addToOrderList(dataDir, order);
    for (let from = 0; from < order.items.length; from += itemsPerSlice)
      await change((trx) => eraseItems(trx, order.runId, order.items.slice(from, from + itemsPerSlice)));
    await change(async (trx) => {
      await eraseTraces(trx, order.items);
      await markErased(trx, order, nowIso());
    }, everything);
  }

  function change(
    body: (trx: Parameters<typeof eraseItems>[0]) => Promise<void>,
    topics: readonly Topic[] = ['retention'],
  ): Promise<unknown> {
    return writer.write(systemActor, async ({ trx, touch }) => {
      await body(trx);
      for (const topic of topics) touch(topic);
      return succeed(null);
    });
  }

  async function destroyFiles(): Promise<void> {
    for (const { attachment_id: id } of await db.selectFrom('destroyed_files').selectAll().execute()) {
      // The bytes first: while the row stands, a start after a power cut comes here again.
      await files.remove(id);
      await change(async (trx) => {
        await trx.deleteFrom('attachment_copies').where('attachment_id', '=', id).execute();
        await trx.deleteFrom('destroyed_files').where('attachment_id', '=', id).execute();
      });
    }
  }

  async function compact(): Promise<void> {
    const waiting = await db
      .selectFrom('destruction_orders')
      .select('run_id')
      .where('erased_at', 'is not', null)
      .where('compacted_at', 'is', null)
      .execute();
    if (waiting.length === 0 || clock.now() - services.lastWriteAt() < quietBeforeCompacting) return;
    await compactStore(store, dataDir, clock.now());
    await change(async (trx) => {
      await trx
        .updateTable('destruction_orders')
        .set({ compacted_at: nowIso() })
        .where(
          'run_id',
          'in',
          waiting.map(({ run_id }) => run_id),
        )
        .execute();
    });
  }

  return {
    ...worker,
    start: worker.wake,
    stop: async () => {
      isStopped = true;
      cancelTimer();
      await worker.stop();
    },
  };
}

export async function markErased(
  trx: Parameters<typeof eraseItems>[0],
  { runId, at }: Order,
  erasedAt: string,
): Promise<void> {
  await trx
    .insertInto('destruction_orders')
    .values({ run_id: runId, at, erased_at: erasedAt, compacted_at: null })
    .onConflict((conflict) => conflict.column('run_id').doUpdateSet({ erased_at: erasedAt }))
    .execute();
}
