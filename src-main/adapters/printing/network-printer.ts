import { connect, type Socket } from 'node:net';
import type { NetworkConnection } from '../../../src-shared/contract/printers.ts';
import type { PrintOutcome } from '../../core/ports.ts';
import type { PrinterTalk } from './status/printer-talk.ts';

export type PrinterTimeouts = {
  readonly connectMs: number;
  /** How long a printer that can say how it is takes to say it. */
  readonly statusMs: number;
  /** Without a byte taken: a printer without paper stops reading. */
  readonly writeMs: number;
  /** After the last byte: how long a printer that answers may need for the paper. */
  readonly printMs: number;
  /** How long to wait for a printer that does not answer to hang up, which not every printer does. */
  readonly closeMs: number;
};

export const usualTimeouts: PrinterTimeouts = {
  ...{ connectMs: 5_000, statusMs: 250, writeMs: 15_000, printMs: 5_000, closeMs: 2_000 },
};

export type Sent = { readonly outcome: PrintOutcome; readonly hasAnswered: boolean };

/**
 * Sends a job over a connection of its own. A printer that answers is asked before, so that without paper nothing
 * leaves, and after: then its word is what confirms the paper. Of one that does not answer, `ok` means that every byte
 * was handed over and the connection was not broken.
 * @param talk null where this printer is known to be silent
 */
export function sendToPrinter(
  { host, port }: Pick<NetworkConnection, 'host' | 'port'>,
  bytes: Uint8Array,
  timeouts: PrinterTimeouts,
  talk: PrinterTalk | null,
): Promise<Sent> {
  const { promise, resolve } = Promise.withResolvers<Sent>();
  const socket = connect({ host, port });
  let stage: 'connecting' | 'asking' | 'writing' | 'flushed' | 'printing' | 'asking_again' = 'connecting';
  let heard = new Uint8Array();
  let hasAnswered = false;
  let note = '';

  socket.setTimeout(timeouts.connectMs);
  socket.once('connect', () => {
    socket.setNoDelay(true);
    if (talk === null) return write();
    ask('asking', talk);
  });
  socket.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk]);
    if (talk === null) return;
    if (stage === 'asking' || stage === 'asking_again') hear(talk);
    else if (talk.last !== null && heard.some(talk.last.isAnswer)) settle({ ok: true, isConfirmed: true });
  });
  socket.once('finish', () => {
    stage = 'flushed';
    socket.setTimeout(timeouts.closeMs);
  });
  socket.on('timeout', () => {
    if (stage === 'asking') write();
    else if (stage === 'printing' && talk !== null) ask('asking_again', talk);
    else if (stage === 'asking_again' || stage === 'flushed') settle({ ok: true, isConfirmed: false });
    else fail(stage === 'connecting' ? reasons.connectingTimeout : reasons.writingTimeout);
  });
  socket.once('error', (error) => fail(stage === 'connecting' ? connectReason(error) : reasons.broken));
  socket.once('close', () => {
    if (stage === 'flushed') settle({ ok: true, isConfirmed: false });
    else fail(reasons.broken);
  });
  return promise;

  function ask(next: 'asking' | 'asking_again', { question }: PrinterTalk): void {
    stage = next;
    heard = new Uint8Array();
    socket.setTimeout(timeouts.statusMs);
    socket.write(question);
  }

  function hear(asked: PrinterTalk): void {
    const condition = asked.read(heard);
    if (condition === undefined) return;
    hasAnswered = true;
    note = condition.note;
    const { trouble } = condition;
    if (trouble !== null) fail(stage === 'asking' ? trouble : `${trouble} ${reasons.incomplete}`);
    else if (stage === 'asking') write();
    else settle({ ok: true, isConfirmed: false });
  }

  function write(): void {
    stage = 'writing';
    heard = new Uint8Array();
    socket.setTimeout(timeouts.writeMs);
    if (!hasAnswered || talk === null || talk.last === null) socket.end(bytes);
    else
      socket.write(Buffer.concat([bytes, talk.last.question]), () => {
        if (stage !== 'writing') return;
        stage = 'printing';
        socket.setTimeout(timeouts.printMs);
      });
  }

  function settle(end: { readonly ok: true; readonly isConfirmed: boolean }): void {
    hangUp(socket);
    resolve({ outcome: { ...end, note, queueJob: null }, hasAnswered });
  }

  function fail(reason: string): void {
    hangUp(socket);
    resolve({ outcome: { ok: false, reason }, hasAnswered });
  }
}

const reasons = {
  connectingTimeout: 'Yazıcı yanıt vermiyor. Açık olduğunu, ağ kablosunu ve adresini denetleyin.',
  writingTimeout: 'Yazıcı veriyi almayı bıraktı. Kâğıdı ve kapağını denetleyin.',
  broken: 'Yazıcı bağlantıyı yazdırma sırasında kesti. Çıktı eksik olabilir; denetleyip yeniden yazdırın.',
  incomplete: 'Çıktı eksik olabilir; denetleyin.',
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
