import { succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { printableDocuments, printerRoleFor } from '../../../../src-shared/rules/print-documents.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Clock, Printer, Printers, PrintOutcome } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';
import { type ContentServices, contentOf } from './content-of.ts';
import { lastAskedFor, nextPrintJob, type PrintJobKey, printJob } from './print.repo.ts';
import { printerOf, readPrinters } from './printers.repo.ts';
import { patienceMinutes, reasons } from './reasons.ts';

type Services = ContentServices & {
  readonly printers: Pick<Printers, 'print'>;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly jobFailed: JobFailed;
  /** A queue of the system has taken a job whose fate is still to be asked for. */
  readonly onQueued: () => void;
};

/**
 * Carries queued jobs to the printers that are configured for them. Without one they wait for the screen to show them; what has
 * waited too long by the time there is one, nobody waits for any more. The paper never decides whether the
 * record exists: a failed job stands in the list until a person prints it again.
 */
export function createPrintPump(services: Services): Worker {
  const { db, printers, writer, clock, jobFailed, onQueued } = services;
  async function printNext(): Promise<void> {
    await reportInterrupted();
    const configured = await readPrinters(db);
    const job = await nextPrintJob(db, printableDocuments(configured));
    const role = job && printerRoleFor(configured, job.document);
    const printer = role && printerOf(configured, role);
    if (job === undefined || printer === undefined) return;
    await report(job, await carryOut(job, printer), printer);
    // One job a run, so that a long queue before a dead printer does not hold up the end of the program.
    pump.wake();
  }

  async function carryOut(job: PrintJobKey, printer: Printer): Promise<PrintOutcome> {
    const content = await contentOf(services, job);
    if (content === undefined) return { ok: false, reason: reasons.gone };
    if (await isTooLate(job)) return { ok: false, reason: reasons.tooLate };
    await mark(job);
    return printers.print(printer, content);
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

  async function report(job: PrintJobKey, outcome: PrintOutcome, printer?: Printer): Promise<void> {
    const { jobId } = job;
    const queue = printer?.connection.kind === 'queue' ? printer.connection.name : undefined;
    const queueJob = outcome.ok ? outcome.queueJob : null;
    await writer.write(systemActor, async (work) => {
      await work.append(fact(job.stream, 'print.reported', { jobId, ...resultOf(outcome) }));
      await saveLocal(work.trx, 'printing', null);
      if (queue !== undefined && queueJob !== null) {
        const others = (await readLocal(work.trx, 'followedPrints')) ?? [];
        const since = new Date(clock.now()).toISOString();
        const followed = { jobId, queue, queueJob, since, trouble: null };
        await saveLocal(work.trx, 'followedPrints', [...others, followed]);
      }
      return succeed(null);
    });
    if (queueJob !== null) onQueued();
  }

  const pump = createWorker(printNext, (error) => jobFailed('print pump failed', error));
  return pump;
}

function resultOf(outcome: PrintOutcome) {
  if (!outcome.ok) return { state: 'failed', reason: outcome.reason } as const;
  return { state: outcome.isConfirmed ? 'confirmed' : 'sent', reason: outcome.note } as const;
}
