import { isSealIntact } from '../../../src-shared/ledger/chain.ts';
import { saveLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import type { JobFailed } from '../job-failed.ts';
import { sha256 } from '../ledger/digest.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import { ownLogs } from '../ledger/own-log.ts';
import { placeOf } from '../sync/pull.ts';
import { createWorker } from '../worker.ts';
import type { Writer } from '../write.ts';
import type { HubPush } from './messages.ts';

type Announced = Extract<HubPush, { kind: 'entries' }>;

/** Takes what the hub announces as it happens, without asking for it; whatever does not fit is left to the feed. */
export type Intake = {
  readonly receive: (announced: Announced) => void;
  /** Resolves when all that was received is in the store. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly jobFailed: JobFailed;
  /** Something is missing between what was read and what was announced. */
  readonly onGap: () => void;
};

/** One transaction takes at most so many announcements, so that the store is free for the desk's own work between. */
const mostAtOnce = 200;

export function createIntake({ db, writer, jobFailed, onGap }: Services): Intake {
  const received: Announced[] = [];
  const worker = createWorker(takeAll, (error) => {
    received.length = 0;
    jobFailed('announced entries were not taken', error);
    onGap();
  });

  async function takeAll(): Promise<void> {
    while (received.length > 0) await take(received.splice(0, mostAtOnce));
  }

  async function take(batch: readonly Announced[]): Promise<void> {
    const own = new Set((await ownLogs(db, 'hub')).map(({ log }) => log));
    let isGap = false;
    await writer.write(systemActor, async (work) => {
      const place = await placeOf(work.trx, 'hub');
      let { cursor, stamp } = place;
      for (const { after, next, entries } of batch) {
        const foreign = entries.filter(({ log }) => !own.has(log));
        if (!foreign.every((entry) => isSealIntact(entry, sha256))) isGap = true;
        else for (const entry of foreign) await work.take(entry);
        // What is taken ahead of its turn does no harm; the place waits for what lies between.
        if (isGap || after !== cursor) {
          isGap = true;
          continue;
        }
        cursor = next;
        for (const { recordedAt } of foreign) if (recordedAt > (stamp ?? '')) stamp = recordedAt;
      }
      if (cursor !== place.cursor) await saveLocal(work.trx, 'hubFeed', { cursor, stamp });
      return { ok: true, value: null };
    });
    if (isGap) onGap();
  }

  return {
    receive: (announced) => {
      received.push(announced);
      worker.wake();
    },
    settled: worker.idle,
    stop: worker.stop,
  };
}
