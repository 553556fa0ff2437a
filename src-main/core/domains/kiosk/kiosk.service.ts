import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { KioskCategory, kioskContract } from '../../../../src-shared/contract/kiosk.ts';
import type { Category } from '../../../../src-shared/contract/ticket.ts';
import { printerRoleFor } from '../../../../src-shared/rules/print-documents.ts';
import type { Branch } from '../../branch/branch.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { printJob } from '../print/print.repo.ts';
import { readPrinters } from '../print/printers.repo.ts';
import { requestPrint } from '../print/request-print.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { giveNumber, makeRoom } from '../ticket/issue.ts';
import { categoryNow, placeOf, type QueueNow, readQueueNow } from '../ticket/queue-now.ts';
import { countIssued } from '../ticket/ticket.repo.ts';
import { readBack, type TicketServices, ticketStream, today } from '../ticket/ticket-services.ts';

type Services = TicketServices & {
  readonly branch: Pick<Branch, 'connection'>;
  readonly followBase: () => Promise<string | null>;
};

/** What stands in the hall and gives numbers without a person. */
export function kioskService(services: Services): Handlers<keyof typeof kioskContract> {
  const { db, clock, ids, branch, followBase } = services;
  return {
    'kiosk.state': async () => {
      const named = await readDocument(db, 'branch');
      if (named === undefined) return fail('settings_unreadable');
      const queue = await readQueueNow(db, clock);
      const categories = await Promise.all(
        queue.categories.map((category) => offered(db, category, queue, today(clock))),
      );
      const { role, state } = branch.connection();
      return succeed({
        branchName: named.name,
        categories,
        hasPrinter: printerRoleFor(await readPrinters(db), 'queue_ticket') !== undefined,
        followBase: await followBase(),
        canIssue: role !== 'joined' || state === 'connected',
      });
    },

    'kiosk.issue': async (context, { onPaper, ...wanted }) => {
      await makeRoom(services, wanted.categoryCode);
      return context.write(async (work) => {
        const given = await giveNumber(services, work, wanted);
        if (!given.ok) return given;
        const { ticketId, followCode } = given.value;
        const stream = ticketStream(ticketId);
        const printJobId = onPaper ? await requestPrint(work, ids, stream, 'queue_ticket', context) : null;
        const ticket = await readBack(work, ticketId);
        const { label, categoryName, priority, issuedAt } = ticket;
        const place = placeOf(ticket, await readQueueNow(work.trx, clock));
        return succeed({ label, categoryName, priority, issuedAt, followCode, printJobId, ...place });
      });
    },

    'kiosk.slip': async (_context, { printJobId }) => {
      const job = await printJob(db, printJobId);
      if (job === undefined || job.row.document !== 'queue_ticket') return fail('not_found');
      const { state } = job.row;
      return succeed({ state: state === 'confirmed' ? 'sent' : state });
    },
  };
}

async function offered(
  db: Reader,
  category: Category,
  queue: QueueNow,
  serviceDay: string,
): Promise<KioskCategory> {
  const { dailyLimit } = category;
  const isUsedUp = dailyLimit !== null && (await countIssued(db, serviceDay, category.code)) >= dailyLimit;
  const { waiting, isOpen, estimatedWait } = categoryNow(category, queue);
  const { code, name, letter, colour, opensAt, closesAt } = category;
  return {
    ...{ code, name, letter, colour, opensAt, closesAt },
    isOpen: isOpen && !isUsedUp,
    isUsedUp,
    waiting,
    estimatedWait: isUsedUp ? null : estimatedWait,
  };
}
