import { succeed } from '../../src-shared/contract/errors.ts';
import { systemActor } from './handler.ts';
import type { JobFailed } from './job-failed.ts';
import type { Reader } from './ledger/entries.repo.ts';
import type { Clock } from './ports.ts';
import { createWorker, type Worker } from './worker.ts';
import type { Writer } from './write.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly jobFailed: JobFailed;
};

export type ReceiptPruning = Pick<Worker, 'idle' | 'stop'> & { readonly start: () => void };

const dayMillis = 86_400_000;
/**
 * A command is sent again by the page that made it, within seconds of a lost answer, and its id is gone with
 * the page. No page stays open for so long.
 */
export const receiptsKeptMillis = 30 * dayMillis;
export const receiptsPerSlice = 500;
/** Between two slices whoever waits for the store gets it. */
export const slicePauseMillis = 100;

/** Deletes old receipts at the start and then once a day, walking through all of them slice by slice. */
export function createReceiptPruning({ db, writer, clock, jobFailed }: Services): ReceiptPruning {
  let passed = '';
  let cancelTimer = () => {};

  const worker = createWorker(pruneSlice, (error) => {
    jobFailed('receipts were not pruned', error);
    schedule(dayMillis);
  });

  function schedule(millis: number): void {
    cancelTimer = clock.after(millis, worker.wake);
  }

  async function pruneSlice(): Promise<void> {
    const slice = await db
      .selectFrom('receipts')
      .select(['command_id', 'at'])
      .where('command_id', '>', passed)
      .orderBy('command_id')
      .limit(receiptsPerSlice)
      .execute();
    const oldestKept = new Date(clock.now() - receiptsKeptMillis).toISOString();
    const old = slice.filter(({ at }) => at < oldestKept).map(({ command_id }) => command_id);
    if (old.length > 0)
      await writer.write(systemActor, async ({ trx }) => {
        await trx.deleteFrom('receipts').where('command_id', 'in', old).execute();
        return succeed(null);
      });
    const isLast = slice.length < receiptsPerSlice;
    passed = isLast ? '' : (slice.at(-1)?.command_id ?? '');
    schedule(isLast ? dayMillis : slicePauseMillis);
  }

  return {
    start: worker.wake,
    idle: worker.idle,
    stop: async () => {
      await worker.stop();
      cancelTimer();
    },
  };
}
