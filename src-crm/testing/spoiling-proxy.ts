import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Passing = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
};
export type Answer = { readonly status: number; readonly text: string };

/** What a broken gateway does otherwise than ours, which stands behind it. */
export type Spoil = {
  /** Changes the request, or answers it alone. */
  readonly request?: (request: Passing) => Partial<Passing> | Answer;
  readonly answer?: (answer: Answer, request: Passing) => Answer;
};

/** More than this is never read, as a gateway that bounds its bodies does. */
const mostBytes = 100_000_000;
export const tooLarge: Answer = refusal(400, 'invalid_input');

export function refusal(status: number, code: string): Answer {
  return { status, text: JSON.stringify({ error: { code, message: 'x' } }) };
}

/** A thin gateway in front of `upstream`, broken in the one way that `use` last gave. */
export async function openSpoilingProxy(upstream: string) {
  let spoil: Spoil = {};
  const server = createServer((incoming, reply) => {
    void answerOf(incoming).then(
      (answer) => reply.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.text),
      () => reply.destroy(),
    );
  });

  async function answerOf(incoming: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', upstream);
    const isTooLarge = Number(incoming.headers['content-length'] ?? 0) > mostBytes;
    const { authorization } = incoming.headers;
    const { method = 'GET' } = incoming;
    const body = isTooLarge ? '' : await text(incoming);
    const asked = { method, path: pathname, query: searchParams, authorization, body };
    const changed = spoil.request?.(asked) ?? {};
    const request = 'status' in changed ? asked : { ...asked, ...changed };
    const answer = 'status' in changed ? changed : isTooLarge ? tooLarge : await passOn(request);
    return spoil.answer?.(answer, request) ?? answer;
  }

  async function passOn({ method, path, query, authorization, body }: Passing): Promise<Answer> {
    const headers = {
      ...(authorization === undefined ? {} : { authorization }),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    };
    const url = `${upstream}${path}?${query}`;
    const reply = await fetch(url, { method, headers, ...(method === 'POST' ? { body } : {}) });
    return { status: reply.status, text: await reply.text() };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    use: (next: Spoil) => {
      spoil = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
