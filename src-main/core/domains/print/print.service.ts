import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { printOutboxContract } from '../../../../src-shared/contract/print.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { isSheet, printerRoleFor } from '../../../../src-shared/rules/print-documents.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Ids } from '../../ports.ts';
import { namesInformant } from '../person/names-informant.ts';
import type { ContentServices } from './content-of.ts';
import { linesOf } from './documents.ts';
import { printJob, recentPrintJobs } from './print.repo.ts';
import { readPrinters } from './printers.repo.ts';
import { reasons } from './reasons.ts';
import { requestPrint } from './request-print.ts';

type Services = ContentServices & { readonly ids: Ids };

const listed = 50;

export function printService(services: Services): Handlers<keyof typeof printOutboxContract> {
  const { db, ids } = services;
  return {
    'print.jobs': async () => succeed({ jobs: [...(await recentPrintJobs(db, listed))] }),

    'print.preview': async (_context, { jobId }) => {
      const job = await printJob(db, jobId);
      if (job === undefined) return fail('not_found');
      // A sheet is looked at as the PDF that is printed.
      const lines = isSheet(job.key.document) ? [] : await linesOf(services, job.key);
      if (lines === undefined) return fail('not_found');
      const role = printerRoleFor(await readPrinters(db), job.key.document);
      return succeed({ job: job.row, lines: [...lines], hasPrinter: role !== undefined });
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
        if (isSheet(job.key.document) && (await namesInformant(work.trx, context, job.key.stream)))
          return fail('forbidden');
        // Paper that never came out is tried again; paper that did, or may have, is printed as a marked copy.
        if (job.row.state === 'failed' && job.row.reason !== reasons.interrupted)
          await work.append(fact(job.key.stream, 'print.reported', { jobId, state: 'queued', reason: '' }));
        else if (job.row.state === 'queued') work.touch('prints');
        else await requestPrint(work, ids, job.key.stream, job.key.document, context);
        return succeed({});
      }),

    'print.confirm': async (context, { jobId, cameOut }) =>
      context.write(async (work) => {
        const job = await printJob(work.trx, jobId);
        if (job === undefined) return fail('not_found');
        if (job.row.state !== 'sent') return fail('wrong_state');
        const result = cameOut
          ? ({ state: 'confirmed', reason: '' } as const)
          : ({ state: 'failed', reason: reasons.notOut } as const);
        await work.append(fact(job.key.stream, 'print.reported', { jobId, ...result }));
        return succeed({});
      }),
  };
}
