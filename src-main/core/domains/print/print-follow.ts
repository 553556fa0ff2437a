import { succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Printers, QueueJobFate } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { type LocalValue, readLocal, saveLocal } from '../settings/settings.repo.ts';
import { printJob } from './print.repo.ts';

type Services = {
  readonly db: Reader;
  readonly printers: Pick<Printers, 'follow'>;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly jobFailed: JobFailed;
};
type Followed = LocalValue<'followedPrints'>[number];

const minute = 60_000;
/** Whoever waits at the desk is told soon; a printer that stands still since noon is asked now and then. */
const soonMs = 1_500;
const laterMs = 15_000;
/** A queue forgets its jobs too; what nobody knows of by then stays `sent`. */
const longest = 24 * 60 * minute;

/**
 * Asks the system's queues what became of the jobs that they took, and writes down what a person should know: that the
 * paper came out, that it never will, or what it waits for. A queue that stopped without a word is what nobody sees.
 */
export function createPrintFollow(services: Services): Worker {
  const { db, printers, writer, clock, jobFailed } = services;
  let cancel: (() => void) | undefined;

  async function askAll(): Promise<void> {
    cancel?.();
    const followed = (await readLocal(db, 'followedPrints')) ?? [];
    for (const one of followed) await ask(one);
    const left = (await readLocal(db, 'followedPrints')) ?? [];
    if (left.length === 0) return;
    const newest = Math.max(...left.map(({ since }) => Date.parse(since)));
    const isFresh = clock.now() - newest < minute;
    cancel = clock.after(isFresh ? soonMs : laterMs, worker.wake);
  }

  async function ask(one: Followed): Promise<void> {
    const fate = await printers.follow(one.queue, one.queueJob);
    await writer.write(systemActor, async (work) => {
      const job = await printJob(work.trx, one.jobId);
      const others = ((await readLocal(work.trx, 'followedPrints')) ?? []).filter(
        ({ jobId }) => jobId !== one.jobId,
      );
      const trouble = fate.state === 'waiting' ? fate.trouble : null;
      const isLeft =
        job?.row.state !== 'sent' || isOver(fate) || clock.now() - Date.parse(one.since) > longest;
      await saveLocal(work.trx, 'followedPrints', isLeft ? others : [...others, { ...one, trouble }]);
      work.touch('connection');
      const report = reportOf(fate);
      if (job?.row.state === 'sent' && (report.state !== 'sent' || report.reason !== job.row.reason))
        await work.append(fact(job.key.stream, 'print.reported', { jobId: one.jobId, ...report }));
      return succeed(null);
    });
  }

  const worker = createWorker(askAll, (error) => jobFailed('print follow failed', error));
  return {
    ...worker,
    stop: async () => {
      await worker.stop();
      cancel?.();
    },
  };
}

function isOver(fate: QueueJobFate): boolean {
  return fate.state !== 'waiting';
}

function reportOf(fate: QueueJobFate) {
  switch (fate.state) {
    case 'confirmed':
      return { state: 'confirmed', reason: '' } as const;
    case 'failed':
      return { state: 'failed', reason: fate.reason } as const;
    case 'waiting':
      return { state: 'sent', reason: fate.trouble ?? '' } as const;
    // What was in its way has passed, with whatever end.
    case 'unknown':
      return { state: 'sent', reason: '' } as const;
    default:
      return assertNever(fate);
  }
}
