import { succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { isEscalated } from '../../../../src-shared/rules/application-facts.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Work, Writer } from '../../write.ts';
import { streamOf } from './open-application.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly jobFailed: JobFailed;
  /** A joined PC leaves it to the hub: what nobody took is told once. */
  readonly isAuthority: () => boolean;
};

const restMillis = 60_000;
const atOnce = 50;

/**
 * Tells a supervisor of what a team has not taken in its time: one entry for each routing, which puts the application
 * on the list of what nobody took. Looks once a minute; a routing that was taken, answered or changed meanwhile is
 * left alone.
 */
export function createEscalation({ db, writer, clock, jobFailed, isAuthority }: Services): Worker {
  let cancelTimer = () => {};
  let isStopped = false;

  const worker = createWorker(
    async () => {
      if (isAuthority()) while (await escalateSome());
      lookAgain();
    },
    (error) => {
      jobFailed('what nobody took was not escalated', error);
      lookAgain();
    },
  );

  function lookAgain(): void {
    cancelTimer();
    if (!isStopped) cancelTimer = clock.after(restMillis, worker.wake);
  }

  /** @returns whether there may be more */
  async function escalateSome(): Promise<boolean> {
    const late = await db
      .selectFrom('applications')
      .select('id')
      .where('take_by', '<=', new Date(clock.now()).toISOString())
      .where('is_escalated', '=', 0)
      .limit(atOnce)
      .execute();
    if (late.length === 0) return false;
    const written = await writer.write(systemActor, async (work) => {
      let count = 0;
      for (const { id } of late) count += (await escalate(work, id)) ? 1 : 0;
      return succeed(count);
    });
    return written.ok && written.value > 0 && late.length === atOnce;
  }

  async function escalate(work: Work, id: string): Promise<boolean> {
    const state = foldApplication(await entriesOfStream(work.trx, streamOf(id)));
    const routing = state?.routings.at(-1);
    if (state === undefined || routing?.takeBy === undefined) return false;
    if (state.status !== 'routed' || isEscalated(state)) return false;
    const { entryId: routingId, teamCode, takeBy: dueAt } = routing;
    await work.append(fact(streamOf(id), 'application.escalated', { routingId, teamCode, dueAt }));
    return true;
  }

  return {
    ...worker,
    stop: async () => {
      isStopped = true;
      cancelTimer();
      await worker.stop();
    },
  };
}
