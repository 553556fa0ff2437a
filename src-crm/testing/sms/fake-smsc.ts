import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { readFields } from '../../sms/drivers/smpp/fields.ts';
import { decodeShortMessage, encodeShortMessage, numberAddress } from '../../sms/drivers/smpp/messages.ts';
import { command, createPduReader, encodePdu, type Pdu } from '../../sms/drivers/smpp/pdu.ts';
import { createInbox } from './handset.ts';
import { createPhones, type Phones } from './phones.ts';

export type SmscFault =
  | 'reset'
  | 'silent'
  | 'throttle'
  | 'error'
  | 'taken_then_reset'
  | 'taken_then_silent'
  /** The receipt overtakes the answer to submit_sm. */
  | 'receipt_first';

export type FakeSmsc = {
  readonly port: number;
  readonly phones: Phones;
  readonly submitted: readonly ReturnType<typeof decodeShortMessage>[];
  readonly plan: (fault: SmscFault | undefined) => void;
  readonly planBy: (next: () => SmscFault | undefined) => void;
  /** Binds are answered with this status from now on. */
  readonly bindWith: (status: number) => void;
  /** submit_sm is answered with this status from now on. */
  readonly submitWith: (status: number) => void;
  /** Answers what was taken and not answered. */
  readonly answerLate: () => void;
  /** Answers nothing at all any more, as behind a cable that was pulled. */
  readonly goMute: () => void;
  /**
   * Pushes a receipt for each message that has none yet, `times` times, and resolves when all are acknowledged
   * or the connection is gone; those are pushed again the next time.
   */
  readonly pushReceipts: (state: string, times?: number) => Promise<void>;
  /** Resolves as soon as a client is bound. */
  readonly whenBound: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** How the message numbers are written in answers and receipts. */
export type NumberForms = { readonly answer: (n: number) => string; readonly receipt: (n: number) => string };

const decimal = (n: number): string => String(n);

/** A message centre over TCP, with the client's own codec; the Perl one beside it is an independent witness. */
export async function startFakeSmsc(
  forms: NumberForms = { answer: decimal, receipt: decimal },
): Promise<FakeSmsc> {
  const phones = createPhones();
  const inbox = createInbox(phones);
  const submitted: ReturnType<typeof decodeShortMessage>[] = [];
  const planned: (SmscFault | undefined)[] = [];
  const unreported = new Set<number>();
  const sockets = new Set<Socket>();
  const unanswered: (() => void)[] = [];
  const awaiting: (() => void)[] = [];
  let next = (): SmscFault | undefined => undefined;
  let [bindStatus, submitStatus, count, sequence] = [0, 0, 1_000, 0];
  let isMute = false;
  let bound: Socket | undefined;
  const acknowledged = new Map<number, () => void>();

  function write(socket: Socket, id: number, seq: number, body: Buffer, status = 0): void {
    if (socket.writable && !isMute) socket.write(encodePdu({ command: id, status, sequence: seq, body }));
  }

  function bind(socket: Socket, pdu: Pdu): void {
    const read = readFields(pdu.body);
    const isKnown = read.cString() === 'oedas' && read.cString() === 'parola';
    const status = bindStatus !== 0 ? bindStatus : isKnown ? 0 : 0x0e;
    if (status === 0) {
      bound = socket;
      for (const resolve of awaiting.splice(0)) resolve();
    }
    write(socket, command.bindTransceiverResp, pdu.sequence, Buffer.from('smsc\0'), status);
  }

  function take(message: ReturnType<typeof decodeShortMessage>): number {
    count += 1;
    submitted.push(message);
    unreported.add(count);
    inbox.receive(message);
    return count;
  }

  async function submit(socket: Socket, pdu: Pdu): Promise<void> {
    const fault = planned.length > 0 ? planned.shift() : next();
    const message = decodeShortMessage(pdu.body);
    const answer = (status: number, id = ''): void =>
      write(socket, command.submitSmResp, pdu.sequence, Buffer.from(`${id}\0`), status);
    switch (fault) {
      case undefined:
        answer(submitStatus, submitStatus === 0 ? forms.answer(take(message)) : '');
        return;
      case 'reset':
        socket.resetAndDestroy();
        return;
      case 'silent':
        return;
      case 'throttle':
        answer(0x58);
        return;
      case 'error':
        answer(0x08);
        return;
      case 'taken_then_reset':
        take(message);
        socket.resetAndDestroy();
        return;
      case 'taken_then_silent': {
        const id = take(message);
        unanswered.push(() => answer(0, forms.answer(id)));
        return;
      }
      case 'receipt_first': {
        const id = take(message);
        await report(id, 'DELIVRD');
        answer(0, forms.answer(id));
        return;
      }
      default:
        fault satisfies never;
    }
  }

  async function report(id: number, state: string): Promise<void> {
    const socket = bound;
    if (socket === undefined) return;
    sequence += 1;
    const own = sequence;
    const text = `id:${forms.receipt(id)} sub:001 dlvrd:001 submit date:2603021100 done date:2603021101 stat:${state} err:000 text:`;
    const body = encodeShortMessage({
      source: numberAddress('905321234567'),
      destination: numberAddress('186'),
      esmClass: 0x04,
      registeredDelivery: 0,
      dataCoding: 0,
      payload: Buffer.from(text, 'latin1'),
    });
    const done = new Promise<void>((resolve) => {
      acknowledged.set(own, () => {
        unreported.delete(id);
        resolve();
      });
      socket.once('close', () => resolve());
    });
    write(socket, command.deliverSm, own, body);
    await done;
    acknowledged.delete(own);
  }

  function serve(socket: Socket, pdu: Pdu): void {
    if (pdu.command === command.bindTransceiver) bind(socket, pdu);
    if (pdu.command === command.submitSm) void submit(socket, pdu);
    if (pdu.command === command.enquireLink)
      write(socket, command.enquireLinkResp, pdu.sequence, Buffer.alloc(0));
    if (pdu.command === command.unbind) write(socket, command.unbindResp, pdu.sequence, Buffer.alloc(0));
    if (pdu.command === command.deliverSmResp && pdu.status === 0) acknowledged.get(pdu.sequence)?.();
  }

  const server = createServer((socket) => {
    const read = createPduReader();
    sockets.add(socket);
    // One for each receipt under way.
    socket.setMaxListeners(0);
    socket.on('data', (chunk) => {
      for (const pdu of isMute ? [] : read(chunk)) serve(socket, pdu);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      if (bound === socket) bound = undefined;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    phones,
    submitted,
    plan: (fault) => planned.push(fault),
    planBy: (given) => {
      next = given;
    },
    bindWith: (status) => {
      bindStatus = status;
    },
    submitWith: (status) => {
      submitStatus = status;
    },
    goMute: () => {
      isMute = true;
    },
    answerLate: () => {
      for (const answer of unanswered.splice(0)) answer();
    },
    pushReceipts: async (state, times = 1) => {
      const due = [...unreported];
      for (let time = 0; time < times; time += 1) await Promise.all(due.map((id) => report(id, state)));
    },
    whenBound: async () => {
      if (bound === undefined) await new Promise<void>((resolve) => awaiting.push(resolve));
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
