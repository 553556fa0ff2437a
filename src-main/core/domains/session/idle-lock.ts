import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import type { Sessions } from '../../sessions.ts';
import { createWorker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { sessionFact } from './session-fact.ts';

export type IdleLock = {
  /**
   * Locks the window's session where nobody has given a sign of life for the branch's time. Asked before every
   * call, so that a PC that slept wakes up locked.
   */
  readonly enforce: (window: string) => Promise<void>;
  /** From now on also without a call. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

type Services = {
  readonly db: Reader;
  readonly sessions: Sessions;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly jobFailed: JobFailed;
};

const minuteMillis = 60_000;
const sweepMillis = 15_000;
const defaultLockMinutes = 5;

export async function lockAfterMinutes(db: Reader): Promise<number> {
  return (await readDocument(db, 'policy'))?.lockAfterMinutes ?? defaultLockMinutes;
}

export function createIdleLock({ db, sessions, writer, clock, jobFailed }: Services): IdleLock {
  let cancelTimer = () => {};

  const worker = createWorker(sweep, (error) => {
    jobFailed('idle lock failed', error);
    schedule();
  });

  function schedule(): void {
    cancelTimer = clock.after(sweepMillis, worker.wake);
  }

  async function sweep(): Promise<void> {
    for (const window of sessions.windows()) await enforce(window);
    schedule();
  }

  async function enforce(window: string): Promise<void> {
    // No branch locks earlier, so the calls of somebody at work need not ask the store.
    if (sessions.get(window)?.isLocked !== false || sessions.idleMillis(window) < minuteMillis) return;
    const allowed = (await lockAfterMinutes(db)) * minuteMillis;
    const session = sessions.get(window);
    if (session === undefined || session.isLocked || sessions.idleMillis(window) < allowed) return;
    // First of all, whatever becomes of the record.
    sessions.set(window, { ...session, isLocked: true });
    await writer.write(session.user.id, async (work) => {
      await work.append(sessionFact(session.user.id, 'locked', session.desk));
      work.touch('session');
      return succeed(null);
    });
  }

  return {
    enforce,
    start: schedule,
    stop: async () => {
      cancelTimer();
      await worker.stop();
      cancelTimer();
    },
  };
}
