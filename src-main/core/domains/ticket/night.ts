import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { openMeetings } from '../meeting/meeting.repo.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { type OpenTicket, openTickets } from './ticket.repo.ts';
import { ticketStream, today, untilMidnight } from './ticket-services.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly jobFailed: JobFailed;
  /** A joined PC leaves it to the hub. */
  readonly isAuthority: () => boolean;
};

export type Night = Pick<Worker, 'idle' | 'stop'> & {
  readonly start: () => void;
  /** Does at once what the last night left undone, so that no number is given or called before it. */
  readonly closeEarlierDays: () => Promise<void>;
};

/** A computer that slept wakes late by its timers; looking costs nothing. */
const longestRestMillis = 15 * 60_000;

/**
 * Ends the queue of every day that is over. Who still waited is cancelled (`day_closed`) or carried over into
 * today's queue, as the branch has decided; who had been called, was being served or was on hold had come to a
 * desk and counts as served. Written once, since nothing of an earlier day is open afterwards; days on which
 * the program did not run are caught up with at the next start. Meetings of such a day end with it: one that had
 * begun without a result, one that had not is cancelled (`day_closed`). Where the policy can't be read nothing is
 * decided, and those tickets stay where they are.
 */
export function createNight({ db, writer, clock, jobFailed, isAuthority }: Services): Night {
  let cancelTimer = () => {};

  const worker = createWorker(
    async () => {
      await closeEarlierDays();
      lookAgain();
    },
    (error) => {
      jobFailed('earlier days were not closed', error);
      lookAgain();
    },
  );

  function lookAgain(): void {
    cancelTimer = clock.after(Math.min(untilMidnight(clock), longestRestMillis), worker.wake);
  }

  async function closeEarlierDays(): Promise<void> {
    if (!isAuthority()) return;
    if ((await ofEarlierDays(db)).length === 0 && (await meetingsOfEarlierDays(db)).length === 0) return;
    await writer.write(systemActor, async (work) => {
      const policy = await readDocument(work.trx, 'policy');
      if (policy === undefined) return succeed(null);
      const keepsWaiting = policy.nightPolicy === 'carry_over';
      for (const ticket of await ofEarlierDays(work.trx)) await work.append(endOfDay(ticket, keepsWaiting));
      for (const meeting of await meetingsOfEarlierDays(work.trx)) await work.append(endOfMeeting(meeting));
      return succeed(null);
    });
  }

  async function ofEarlierDays(from: Reader): Promise<readonly OpenTicket[]> {
    return openTickets(from, today(clock));
  }

  async function meetingsOfEarlierDays(from: Reader): Promise<readonly Meeting[]> {
    return (await openMeetings(from)).filter(({ openedAt }) => localDay(openedAt) < today(clock));
  }

  function endOfMeeting({ id, status }: Meeting) {
    const stream = { kind: 'meeting', id };
    return status === 'held'
      ? fact(stream, 'meeting.cancelled', { reason: 'day_closed' })
      : fact(stream, 'meeting.ended', { result: '', isInformed: false });
  }

  function endOfDay({ id, status, desk }: OpenTicket, keepsWaiting: boolean) {
    const stream = ticketStream(id);
    if (status !== 'waiting' && desk !== null) return fact(stream, 'ticket.served', desk);
    return keepsWaiting
      ? fact(stream, 'ticket.carried_over', { queueDay: today(clock) })
      : fact(stream, 'ticket.cancelled', { reason: 'day_closed' });
  }

  return {
    start: worker.wake,
    idle: worker.idle,
    closeEarlierDays,
    stop: async () => {
      await worker.stop();
      cancelTimer();
    },
  };
}
