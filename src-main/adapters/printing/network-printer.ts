import { connect, type Socket } from 'node:net';
import type { Printers, PrintOutcome } from '../../core/ports.ts';
import { encodeEscPos } from './escpos.ts';

export type PrinterTimeouts = {
  readonly connectMs: number;
  /** Without a byte taken: a printer without paper stops reading. */
  readonly writeMs: number;
  /** After the last byte: how long to wait for the printer to hang up, which not every printer does. */
  readonly closeMs: number;
};

const usual: PrinterTimeouts = { connectMs: 5_000, writeMs: 15_000, closeMs: 2_000 };

/** Raw ESC/POS over TCP, as every network receipt printer takes it (port 9100). */
export function createNetworkPrinters(timeouts: PrinterTimeouts = usual): Printers {
  return {
    print: (printer, lines) =>
      sendToPrinter(printer.host, printer.port, encodeEscPos(lines, printer.codePage), timeouts),
  };
}

/**
 * Sends a job over a connection of its own. `ok` means that every byte was handed over and the printer did
 * not break the connection; that paper came out nobody but the staff can confirm.
 */
export function sendToPrinter(
  host: string,
  port: number,
  bytes: Uint8Array,
  timeouts: PrinterTimeouts,
): Promise<PrintOutcome> {
  const { promise, resolve } = Promise.withResolvers<PrintOutcome>();
  const socket = connect({ host, port });
  let stage: 'connecting' | 'writing' | 'flushed' = 'connecting';

  socket.setTimeout(timeouts.connectMs);
  socket.once('connect', () => {
    stage = 'writing';
    socket.setTimeout(timeouts.writeMs);
    socket.setNoDelay(true);
    socket.end(bytes);
  });
  socket.once('finish', () => {
    stage = 'flushed';
    socket.setTimeout(timeouts.closeMs);
  });
  // What a printer says back is of no use here, but unread bytes would keep the end from arriving.
  socket.resume();
  socket.once('timeout', () => settle(stage === 'flushed' ? undefined : reasons[`${stage}Timeout`]));
  socket.once('error', (error) => settle(stage === 'connecting' ? connectReason(error) : reasons.broken));
  socket.once('close', () => settle(stage === 'flushed' ? undefined : reasons.broken));
  return promise;

  function settle(reason: string | undefined): void {
    hangUp(socket);
    resolve(reason === undefined ? { ok: true } : { ok: false, reason });
  }
}

const reasons = {
  connectingTimeout: 'Yazıcı yanıt vermiyor. Açık olduğunu, ağ kablosunu ve adresini denetleyin.',
  writingTimeout: 'Yazıcı veriyi almayı bıraktı. Kâğıdı ve kapağını denetleyin.',
  broken: 'Yazıcı bağlantıyı yazdırma sırasında kesti. Çıktı eksik olabilir; denetleyip yeniden yazdırın.',
  refused:
    'Yazıcı bağlantıyı kabul etmiyor. Başka bir iş yazdırıyor olabilir; port numarasını da denetleyin.',
  unknownHost: 'Bu adla bir yazıcı bulunamadı. Yazıcının adresini denetleyin.',
  unreachable: 'Yazıcının bulunduğu ağa ulaşılamıyor. Ağ bağlantısını denetleyin.',
} as const;

function connectReason(error: Error): string {
  switch ('code' in error ? error.code : undefined) {
    case 'ECONNREFUSED':
      return reasons.refused;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return reasons.unknownHost;
    case 'ETIMEDOUT':
      return reasons.connectingTimeout;
    case 'ECONNRESET':
    case 'EPIPE':
      return reasons.broken;
    default:
      return reasons.unreachable;
  }
}

function hangUp(socket: Socket): void {
  socket.setTimeout(0);
  socket.destroy();
}
