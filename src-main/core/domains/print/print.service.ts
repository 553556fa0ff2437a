import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { printContract } from '../../../../src-shared/contract/print.ts';
import { isSheet } from '../../../../src-shared/ledger/application-entries.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Ids, Printers } from '../../ports.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';
import { linesOf } from './documents.ts';
import { printJob, recentPrintJobs } from './print.repo.ts';
import { reasons } from './reasons.ts';
import { requestPrint } from './request-print.ts';
import { testPage } from './test-page.ts';

type Services = {
  readonly db: Reader;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly followBase: () => Promise<string | null>;
  readonly printers: Printers;
};

const listed = 50;

export function printService(services: Services): Handlers<keyof typeof printContract> {
  const { db, ids, printers } = services;
  return {
    'print.jobs': async () => succeed({ jobs: [...(await recentPrintJobs(db, listed))] }),

    'print.preview': async (_context, { jobId }) => {
      const job = await printJob(db, jobId);
      const lines = job === undefined ? undefined : await linesOf(services, job.key);
      if (job === undefined || lines === undefined) return fail('not_found');
      return succeed({ job: job.row, lines: [...lines] });
    },

    'print.markShown': async (context, { jobId }) =>
      context.write(async (work) => {
        const job = await printJob(work.trx, jobId);
        if (job === undefined) return fail('not_found');
        if (job.row.state === 'queued')
          await work.append(fact(job.key.stream, 'print.reported', { jobId, state: 'shown', reason: '' }));
        return succeed({});
      }),

    'print.retry': async (context, { jobId }) =>
      context.write(async (work) => {
        const job = await printJob(work.trx, jobId);
        if (job === undefined) return fail('not_found');
        if (isSheet(job.key.document) && userOf(context).role === 'reception') return fail('forbidden');
        // Paper that never came out is tried again; paper that did, or may have, is printed as a marked copy.
        if (job.row.state === 'failed' && job.row.reason !== reasons.interrupted)
          await work.append(fact(job.key.stream, 'print.reported', { jobId, state: 'queued', reason: '' }));
        else if (job.row.state === 'queued') work.touch('prints');
        else await requestPrint(work, ids, job.key.stream, job.key.document, context);
        return succeed({});
      }),

    'printer.get': async () => succeed({ printer: (await readLocal(db, 'printer')) ?? null }),

    'printer.configure': async (context, { printer }) =>
      context.write(async (work) => {
        await saveLocal(work.trx, 'printer', printer);
        work.touch('settings');
        work.touch('prints');
        return succeed({});
      }),

    'printer.test': async () => {
      const printer = await readLocal(db, 'printer');
      if (printer === undefined || printer === null) return fail('no_printer');
      const outcome = await printers.print(printer, testPage(printer));
      return outcome.ok
        ? succeed({})
        : fail('printer_unreachable', [{ path: 'host', message: outcome.reason }]);
    },
  };
}
