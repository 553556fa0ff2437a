import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Fault =
  /** The request never arrives. */
  | 'drop_request'
  /** Carried out, but the caller never hears of it. */
  | 'drop_reply'
  /** Carried out twice; the caller gets the second answer. */
  | 'repeat'
  /** The answer comes after that of whoever asked next. */
  | 'delay'
  /** The answer breaks off in the middle. */
  | 'cut_off'
  | 'too_many'
  | 'server_error';

export const faults: readonly Fault[] = [
  'drop_request',
  'drop_reply',
  'repeat',
  'delay',
  'cut_off',
  'too_many',
  'server_error',
];

export type Asked = { readonly method: string; readonly path: string };

export type FaultOf = (asked: Asked) => Fault | undefined | Promise<Fault | undefined>;

export type FaultProxy = {
  readonly url: string;
  /** Every request that a counter made, faulty or not. */
  readonly asked: readonly Asked[];
  /** What goes wrong with a request; undefined where nothing does. The request waits until that is decided. */
  readonly setFault: (faultOf: FaultOf) => void;
  /** Where requests go; undefined stands for a gateway that is down. */
  readonly setTarget: (url: string | undefined) => void;
  readonly stop: () => Promise<void>;
};

type Answer = { readonly status: number; readonly type: string; readonly body: Buffer };

/** A poor line between counters and the gateway: real sockets, and trouble on demand. */
export async function startFaultProxy(): Promise<FaultProxy> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  let target: string | undefined;
  let faultOf: FaultOf = () => undefined;
  let inFlight = 0;
  let held: (() => void)[] = [];

  function release(): void {
    for (const send of held) send();
    held = [];
  }

  async function carry(incoming: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const what = { method: incoming.method ?? '', path: incoming.url ?? '' };
    asked.push(what);
    const fault = await faultOf(what);
    if (target === undefined || fault === 'drop_request') return void incoming.socket.destroy();
    if (fault === 'too_many') return send(reply, refusal(429), { 'retry-after': '90' });
    if (fault === 'server_error') return send(reply, refusal(500));
    if (fault === 'repeat') await forward(target, incoming, body);
    const answer = await forward(target, incoming, body);
    if (fault === 'drop_reply') return void incoming.socket.destroy();
    if (fault === 'cut_off') return cutOff(reply, answer);
    if (fault === 'delay' && inFlight > held.length + 1)
      await new Promise<void>((resolve) => held.push(resolve));
    send(reply, answer);
  }

  const server = createServer((incoming, reply) => {
    inFlight += 1;
    reply.once('close', () => {
      inFlight -= 1;
      release();
    });
    carry(incoming, reply).catch(() => incoming.socket.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    setFault: (next) => {
      faultOf = next;
    },
    setTarget: (url) => {
      target = url;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { authorization = '', 'content-type': type } = incoming.headers;
    const outgoing = request(new URL(incoming.url ?? '/', target), {
      method: incoming.method ?? 'GET',
      headers: { authorization, ...(type === undefined ? {} : { 'content-type': type }) },
    });
    outgoing.once('error', reject);
    outgoing.once('response', (answer) => {
      buffer(answer).then(
        (answered) =>
          resolve({
            status: answer.statusCode ?? 502,
            type: answer.headers['content-type'] ?? 'application/json',
            body: answered,
          }),
        reject,
      );
    });
    outgoing.end(body);
  });
}

function refusal(status: number): Answer {
  const code = status === 429 ? 'too_many_requests' : 'internal';
  const body = Buffer.from(JSON.stringify({ error: { code, message: 'Ağ geçidi şimdi yanıt veremiyor.' } }));
  return { status, type: 'application/json', body };
}

function send(reply: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>> = {}): void {
  reply.writeHead(answer.status, {
    'content-type': answer.type,
    'content-length': answer.body.length,
    ...headers,
  });
  reply.end(answer.body);
}

function cutOff(reply: ServerResponse, answer: Answer): void {
  reply.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.body.length });
  reply.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => reply.socket?.destroy());
}
