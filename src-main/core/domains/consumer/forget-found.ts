import { succeed } from '../../../../src-shared/contract/errors.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Clock } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { dropFoundBefore } from './found-consumers.repo.ts';

type Services = { readonly writer: Writer; readonly clock: Clock; readonly jobFailed: JobFailed };

export type ForgetFound = Pick<Worker, 'idle' | 'stop'> & { readonly start: () => void };

const dayMillis = 86_400_000;
/**
 * A form that waits for a paper may be finished days later; after that, people who never applied here have no place in
 * this store (KVKK md. 4/2-ç).
 */
export const foundKeptMillis = 7 * dayMillis;

/** Forgets whom the CRM has found and nobody registered, at the start and then once a day. */
export function createForgetFound({ writer, clock, jobFailed }: Services): ForgetFound {
  let cancelTimer = () => {};

  const worker = createWorker(
    async () => {
      const before = new Date(clock.now() - foundKeptMillis).toISOString();
      await writer.write(systemActor, async ({ trx }) => {
        await dropFoundBefore(trx, before);
        return succeed(null);
      });
      schedule();
    },
    (error) => {
      jobFailed('found consumers were not forgotten', error);
      schedule();
    },
  );

  function schedule(): void {
    cancelTimer = clock.after(dayMillis, worker.wake);
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
