import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { printersContract } from '../../../../src-shared/contract/printers.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Papers, PrintContent, Printer, Printers } from '../../ports.ts';
import { senderNow } from '../document/sender.ts';
import { changePrinter, printerOf, readPrinters } from './printers.repo.ts';
import { letteringSamples, testContent } from './test-page.ts';

type Services = {
  readonly db: Reader;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly printers: Printers;
  readonly papers: Papers;
};

/** How long printers on the LAN are listened for: they answer within a second, where one answer is not lost. */
const findForMs = 2_500;

/** This PC's printers: which, how they are tried and what may be in their way. */
export function printersService(services: Services): Handlers<keyof typeof printersContract> {
  const { db, clock, printers, papers } = services;
  return {
    'printer.get': async () => succeed(await readPrinters(db)),

    'printer.configure': async (context, { change }) =>
      context.write(async (work) => {
        await changePrinter(work.trx, change);
        work.touch('settings');
        work.touch('prints');
        return succeed({});
      }),

    'printer.test': async (_context, { role }) => {
      const printer = printerOf(await readPrinters(db), role);
      if (printer === undefined) return fail('no_printer');
      const sender = await senderNow(services, new Date(clock.now()).toISOString());
      return tried(printer, await testContent(printer, papers, sender));
    },

    'printer.testLetterings': async () => {
      const printer = printerOf(await readPrinters(db), 'slip');
      return printer === undefined ? fail('no_printer') : tried(printer, letteringSamples());
    },

    'printer.find': async () => succeed(await printers.find(findForMs)),

    'printer.resume': async (_context, { role }) => {
      const printer = printerOf(await readPrinters(db), role);
      if (printer?.connection.kind !== 'queue') return fail('no_printer');
      const resumed = await printers.resume(printer.connection.name);
      return resumed.ok ? succeed({}) : unreachable('printer.connection.name', resumed.reason);
    },
  };

  async function tried(printer: Printer, content: PrintContent) {
    const outcome = await printers.print(printer, content);
    const field = printer.connection.kind === 'queue' ? 'name' : 'host';
    return outcome.ok ? succeed({}) : unreachable(`printer.connection.${field}`, outcome.reason);
  }
}

function unreachable(path: string, message: string) {
  return fail('printer_unreachable', [{ path, message }]);
}
