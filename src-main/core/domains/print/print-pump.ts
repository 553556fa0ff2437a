import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { PrinterSettings } from '../../../../src-shared/contract/print.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Printers, PrintOutcome } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';
import { linesOf } from './documents.ts';
import { lastAskedFor, nextPrintJob, type PrintJobKey, printJob } from './print.repo.ts';
import { patienceMinutes, reasons } from './reasons.ts';

type Services = {
  readonly db: Reader;
  readonly catalogue: Catalogue;
  readonly followBase: () => Promise<string | null>;
  readonly printers: Printers;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly jobFailed: JobFailed;
};

/**
 * Carries queued jobs to the configured printer. Without one they wait for the screen to show them; what has
 * waited too long by the time there is one, nobody waits for any more. The paper never decides whether the
 * record exists: a failed job stands in the list until a person prints it again.
 */
export function createPrintPump(services: Services): Worker {
  const { db, printers, writer, clock, jobFailed } = services;
  async function printNext(): Promise<void> {
    await reportInterrupted();
    const printer = await readLocal(db, 'printer');
    const job = printer === undefined || printer === null ? undefined : await nextPrintJob(db);
    if (printer === undefined || printer === null || job === undefined) return;
    await report(job, await carryOut(job, printer));
    // One job a run, so that a long queue before a dead printer does not hold up the end of the program.
    pump.wake();
  }

  async function carryOut(job: PrintJobKey, printer: PrinterSettings): Promise<PrintOutcome> {
    const lines = await linesOf(services, job);
    if (lines === undefined) return { ok: false, reason: reasons.gone };
    if (await isTooLate(job)) return { ok: false, reason: reasons.tooLate };
    await mark(job);
    return printers.print(printer, lines);
  }

  /** Durable before the first byte, so that a start after a crash knows whose paper may have come out. */
  async function mark({ jobId }: PrintJobKey): Promise<void> {
    await writer.write(systemActor, async (work) => {
      await saveLocal(work.trx, 'printing', { jobId });
      return succeed(null);
    });
  }

  async function reportInterrupted(): Promise<void> {
    const printing = await readLocal(db, 'printing');
    const job = printing && (await printJob(db, printing.jobId));
    if (job?.row.state === 'queued') await report(job.key, { ok: false, reason: reasons.interrupted });
  }

  async function isTooLate(job: PrintJobKey): Promise<boolean> {
    const askedAt = await lastAskedFor(db, job);
    return askedAt !== undefined && clock.now() - Date.parse(askedAt) > patienceMinutes * 60_000;
  }

  async function report(job: PrintJobKey, outcome: PrintOutcome): Promise<void> {
    const result = outcome.ok
      ? ({ state: 'sent', reason: '' } as const)
      : ({ state: 'failed', reason: outcome.reason } as const);
    await writer.write(systemActor, async (work) => {
      await work.append(fact(job.stream, 'print.reported', { jobId: job.jobId, ...result }));
      await saveLocal(work.trx, 'printing', null);
      return succeed(null);
    });
  }

  const pump = createWorker(printNext, (error) => jobFailed('print pump failed', error));
  return pump;
}
