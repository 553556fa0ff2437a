import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { command, createPduReader, encodePdu, isAnswer, type Pdu } from './pdu.ts';
import { status } from './status-codes.ts';

export type LinkOptions = {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** How often a silent centre is asked whether it is there, in milliseconds; it has as long to answer. */
  readonly enquireMs: number;
  /** @returns the status of our answer */
  readonly onDeliver: (body: Buffer) => Promise<number>;
  readonly onClose: () => void;
};

export type Answer = { readonly status: number; readonly body: Buffer };

export type Link = {
  /** Resolves to the answer, or to undefined when the link ended before there was one. */
  readonly request: (id: number, body: Buffer) => Promise<Answer | undefined>;
  /** Says goodbye and closes, however long the centre takes for its answer. */
  readonly close: () => Promise<void>;
  readonly destroy: () => void;
};

const goodbyeMs = 1_000;
const longestConnectMs = 10_000;

/** One TCP connection to a message centre. Rejects where it can't be made. */
export async function openLink(options: LinkOptions): Promise<Link> {
  const socket = await connected(options);
  const read = createPduReader();
  const pending = new Map<number, (answer: Answer | undefined) => void>();
  let sequence = 0;
  let isHeard = true;

  function write(pdu: Pdu): void {
    if (socket.writable) socket.write(encodePdu(pdu));
  }

  function answer({ command: id, sequence: asked }: Pdu, state: number = status.ok): void {
    const isKnown = Object.values<number>(command).includes(id);
    const body = id === command.deliverSm ? Buffer.from([0]) : Buffer.alloc(0);
    write({
      command: isKnown ? (id | 0x80000000) >>> 0 : command.genericNack,
      status: state,
      sequence: asked,
      body,
    });
  }

  async function serve(pdu: Pdu): Promise<void> {
    switch (pdu.command) {
      case command.enquireLink:
        return answer(pdu);
      case command.unbind:
        answer(pdu);
        socket.end();
        return;
      case command.deliverSm:
        // Answered when it is kept: until then the centre says it again.
        return answer(pdu, await options.onDeliver(pdu.body).catch(() => status.temporaryError));
      default:
        return answer(pdu, status.invalidCommand);
    }
  }

  function settle(pdu: Pdu): void {
    pending.get(pdu.sequence)?.({ status: pdu.status, body: pdu.body });
    pending.delete(pdu.sequence);
  }

  socket.on('data', (chunk) => {
    isHeard = true;
    try {
      for (const pdu of read(chunk)) {
        if (isAnswer(pdu)) settle(pdu);
        else void serve(pdu);
      }
    } catch {
      socket.destroy();
    }
  });
  const enquiry = setInterval(() => {
    if (!isHeard) socket.destroy();
    isHeard = false;
    void request(command.enquireLink, Buffer.alloc(0));
  }, options.enquireMs);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    clearInterval(enquiry);
    for (const resolve of pending.values()) resolve(undefined);
    pending.clear();
    options.onClose();
  });

  function request(id: number, body: Buffer): Promise<Answer | undefined> {
    if (!socket.writable) return Promise.resolve(undefined);
    sequence = sequence === 0x7fffffff ? 1 : sequence + 1;
    const own = sequence;
    return new Promise((resolve) => {
      pending.set(own, resolve);
      write({ command: id, status: status.ok, sequence: own, body });
    });
  }

  return {
    request,
    destroy: () => socket.destroy(),
    close: async () => {
      if (socket.destroyed) return;
      const closed = new Promise((resolve) => socket.once('close', resolve));
      const timer = setTimeout(() => socket.destroy(), goodbyeMs);
      void request(command.unbind, Buffer.alloc(0)).then(() => socket.end());
      await closed;
      clearTimeout(timer);
    },
  };
}

function connected({ host, port, tls }: LinkOptions): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const named = isIP(host) === 0 ? { servername: host } : {};
    const socket = tls ? connectTls({ host, port, ...named }) : connectTcp({ host, port });
    socket.setNoDelay(true);
    socket.setTimeout(longestConnectMs, () => socket.destroy(new Error('No connection in time')));
    socket.once('error', reject);
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      socket.off('error', reject);
      socket.setTimeout(0);
      resolve(socket);
    });
  });
}
