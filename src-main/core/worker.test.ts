import { expect, test } from 'vitest';
import { createWorker } from './worker.ts';

/** A job that ends when the test says so. */
function heldJob() {
  const ends: (() => void)[] = [];
  let atOnce = 0;
  let most = 0;
  async function run(): Promise<void> {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise<void>((resolve) => ends.push(resolve));
    atOnce -= 1;
  }
  return { run, ends, most: () => most };
}

test('wishes that come while it runs are answered by one more run, never by two at once', async () => {
  const job = heldJob();
  const worker = createWorker(job.run, () => {});
  for (const _ of [1, 2, 3]) worker.wake();
  worker.wake();
  job.ends[0]?.();
  // The next run begins before anything else does.
  await new Promise(setImmediate);
  job.ends[1]?.();
  await worker.idle();
  expect([job.ends.length, job.most()]).toEqual([2, 1]);
});

test('a run that fails is reported, and a wish that came meanwhile is still answered', async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const worker = createWorker(
    async () => {
      runs += 1;
      if (runs > 1) return;
      worker.wake();
      throw new Error('first');
    },
    (error) => errors.push(error),
  );
  worker.wake();
  await worker.idle();
  expect([runs, errors]).toEqual([2, [new Error('first')]]);
});

test('a stopped worker lets its run end and begins no other', async () => {
  const job = heldJob();
  const worker = createWorker(job.run, () => {});
  worker.wake();
  worker.wake();
  const stopped = worker.stop();
  job.ends[0]?.();
  await stopped;
  worker.wake();
  await worker.idle();
  expect(job.ends).toHaveLength(1);
});

test('a worker that nobody woke is idle', async () => {
  await expect(
    createWorker(
      async () => {},
      () => {},
    ).idle(),
  ).resolves.toBeUndefined();
});
