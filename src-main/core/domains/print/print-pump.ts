import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { systemActor } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Logger, Printers, PrintOutcome } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { readLocal } from '../settings/settings.repo.ts';
import { linesOf } from './documents.ts';
import { nextPrintJob, type PrintJobKey } from './print.repo.ts';

type Services = {
  readonly db: Reader;
  readonly catalogue: Catalogue;
  readonly printers: Printers;
  readonly writer: Writer;
  readonly log: Logger;
};

/**
 * Carries queued jobs to the configured printer. Without one they wait for the screen to show them. The paper
 * never decides whether the record exists: a failed job stands in the list until a person prints it again.
 */
export function createPrintPump(services: Services): Worker {
  const { db, printers, writer, log } = services;
  async function printNext(): Promise<void> {
    const printer = await readLocal(db, 'printer');
    const job = printer === undefined || printer === null ? undefined : await nextPrintJob(db);
    if (printer === undefined || printer === null || job === undefined) return;
    const lines = await linesOf(services, job);
    const outcome: PrintOutcome =
      lines === undefined
        ? { ok: false, reason: 'Belgenin kaydı bulunamadı.' }
        : await printers.print(printer, lines);
    await report(job, outcome);
    // One job a run, so that a long queue before a dead printer does not hold up the end of the program.
    pump.wake();
  }

  async function report(job: PrintJobKey, outcome: PrintOutcome): Promise<void> {
    const result = outcome.ok
      ? ({ state: 'sent', reason: '' } as const)
      : ({ state: 'failed', reason: outcome.reason } as const);
    await writer.write(systemActor, async (work) => {
      await work.append(fact(job.stream, 'print.reported', { jobId: job.jobId, ...result }));
      return { ok: true, value: null };
    });
  }

  const pump = createWorker(printNext, (error) => log.error('print pump failed', {}, error));
  return pump;
}
