import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What goes wrong with one request to send. `taken` means that the SMS goes out all the same. */
export const faults = [
  'reset',
  'silent',
  'error',
  'busy',
  'taken_then_reset',
  'taken_then_silent',
  'taken_then_error',
] as const;
export type Fault = (typeof faults)[number];

export type SiteRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly json: unknown;
};

export type SiteReply = {
  readonly status: number;
  readonly body: string | object;
  readonly headers?: Readonly<Record<string, string>>;
};

export type SiteRules = {
  readonly isSending: (request: SiteRequest) => boolean;
  readonly answer: (request: SiteRequest) => SiteReply;
  /** How this provider says that it takes nothing for now. */
  readonly busy: SiteReply;
};

export type ProviderSite = {
  readonly url: string;
  readonly requests: readonly SiteRequest[];
  /** The next requests to send meet these, in order; undefined is no fault. */
  readonly plan: (fault: Fault | undefined) => void;
  readonly planBy: (next: () => Fault | undefined) => void;
  readonly stop: () => Promise<void>;
};

/** A provider's web server, real down to the socket, with faults where networks and providers have them. */
export async function startProviderSite(rules: SiteRules): Promise<ProviderSite> {
  const requests: SiteRequest[] = [];
  const planned: (Fault | undefined)[] = [];
  let next = (): Fault | undefined => undefined;

  async function serve(incoming: IncomingMessage, reply: ServerResponse): Promise<void> {
    const request = await read(incoming);
    requests.push(request);
    const fault = rules.isSending(request) ? (planned.length > 0 ? planned.shift() : next()) : undefined;
    switch (fault) {
      case undefined:
        return write(reply, rules.answer(request));
      case 'reset':
        incoming.socket.destroy();
        return;
      case 'silent':
        return;
      case 'error':
        return write(reply, { status: 502, body: '<html>Bad Gateway</html>' });
      case 'busy':
        return write(reply, rules.busy);
      case 'taken_then_reset':
        rules.answer(request);
        incoming.socket.destroy();
        return;
      case 'taken_then_silent':
        rules.answer(request);
        return;
      case 'taken_then_error':
        rules.answer(request);
        return write(reply, { status: 500, body: '<html>Internal Server Error</html>' });
      default:
        return fault satisfies never;
    }
  }

  const server = createServer((incoming, reply) => void serve(incoming, reply));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    plan: (fault) => planned.push(fault),
    planBy: (given) => {
      next = given;
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function read(incoming: IncomingMessage): Promise<SiteRequest> {
  const url = new URL(incoming.url ?? '/', 'http://site');
  const body = await text(incoming);
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    authorization: incoming.headers.authorization ?? '',
    json: body === '' ? undefined : JSON.parse(body),
  };
}

function write(reply: ServerResponse, { status, body, headers }: SiteReply): void {
  const isText = typeof body === 'string';
  reply.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  reply.end(isText ? body : JSON.stringify(body));
}
