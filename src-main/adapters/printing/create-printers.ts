import type { PrinterRole, RawConnection } from '../../../src-shared/contract/printers.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import type { Clock, Printers, PrintOutcome } from '../../core/ports.ts';
import { findInstallation } from '../installation.ts';
import { createCupsQueues } from './cups/cups-queues.ts';
import { encodeEscPos } from './escpos.ts';
import { findOnLan } from './find-on-lan.ts';
import { type PrinterTimeouts, sendToPrinter, usualTimeouts } from './network-printer.ts';
import { createDrawLine } from './raster/draw-line.ts';
import { escposTalk } from './status/escpos-talk.ts';
import type { PrinterTalk } from './status/printer-talk.ts';
import { zplTalk } from './status/zpl-talk.ts';
import type { SystemQueues } from './system-queues.ts';
import { createWindowsQueues } from './windows/windows-queues.ts';
import { encodeZpl } from './zpl.ts';

type Parts = {
  readonly clock: Pick<Clock, 'now'>;
  readonly queues?: SystemQueues;
  readonly timeouts?: PrinterTimeouts;
};

/** A printer that did not answer is asked again after this: it may have been busy, or is another one by now. */
const silentForMs = 10 * 60_000;
const talks: Readonly<Record<Exclude<PrinterRole, 'a4'>, PrinterTalk>> = { slip: escposTalk, label: zplTalk };
const unfit = 'Bu belge bu yazıcıdan çıkmaz.';

/** All kinds of printers behind one port: ESC/POS and ZPL over the network or a queue of the system, A4 by the system. */
export function createPrinters({
  clock,
  queues = process.platform === 'win32' ? createWindowsQueues() : createCupsQueues(),
  timeouts = usualTimeouts,
}: Parts): Printers {
  const draw = createDrawLine(findInstallation().fontsDir);
  const silentSince = new Map<string, number>();

  async function send(
    connection: RawConnection,
    bytes: Uint8Array,
    talk: PrinterTalk,
  ): Promise<PrintOutcome> {
    if (connection.kind === 'queue')
      return queues.print(connection.name, { title: 'Banko', format: 'raw', bytes });
    const key = `${connection.host}:${connection.port}`;
    const isSilent = clock.now() - (silentSince.get(key) ?? Number.NEGATIVE_INFINITY) < silentForMs;
    const sent = await sendToPrinter(connection, bytes, timeouts, isSilent ? null : talk);
    if (sent.hasAnswered) silentSince.delete(key);
    else if (!isSilent && sent.outcome.ok) silentSince.set(key, clock.now());
    return sent.outcome;
  }

  return {
    print: async (printer, content) => {
      switch (printer.role) {
        case 'a4':
          return content.kind === 'pdf'
            ? queues.print(printer.connection.name, { ...content, format: 'pdf' })
            : { ok: false, reason: unfit };
        case 'label':
          return content.kind === 'lines'
            ? send(printer.connection, encodeZpl(content.lines, printer), talks.label)
            : { ok: false, reason: unfit };
        case 'slip':
          return content.kind === 'pdf'
            ? { ok: false, reason: unfit }
            : send(printer.connection, await encodeEscPos(content, printer, draw), talks.slip);
        default:
          return assertNever(printer);
      }
    },
    follow: queues.follow,
    resume: queues.resume,
    find: async (forMs) => {
      const [system, network] = await Promise.all([queues.list(), findOnLan(forMs)]);
      return { ...system, network: [...network] };
    },
  };
}
