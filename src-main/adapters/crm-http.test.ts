import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { connectCrm } from './crm-http.ts';

const log = '01920000-0000-7000-8000-000000000001';
const head = { log, seq: 7, hash: 'a'.repeat(64) };
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Seen = { method: string | undefined; url: string | undefined; authorization: string | undefined };

async function gatewayThat(answers: (reply: ServerResponse, request: IncomingMessage) => void) {
  const seen: Seen[] = [];
  const server = createServer((request, reply) => {
    seen.push({ method: request.method, url: request.url, authorization: request.headers.authorization });
    request.resume().on('end', () => answers(reply, request));
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return { url: `http://127.0.0.1:${address.port}`, seen };
}

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (reply: ServerResponse) => {
    reply.writeHead(status, { 'content-type': 'application/json', ...headers });
    reply.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

function refusal(code: string, more: object = {}) {
  return { error: { code, message: 'olmadı', ...more } };
}

test('a good answer is parsed, and the branch key goes in the header', async () => {
  const gateway = await gatewayThat(answering(200, head));
  const crm = connectCrm({ url: gateway.url, apiKey: 'key-1' });
  expect(await crm.head(log)).toEqual({ ok: true, value: head });
  expect(gateway.seen).toEqual([
    { method: 'GET', url: `/v1/logs/${log}/head`, authorization: 'Bearer key-1' },
  ]);
});

test('each call has its address, also below a path and with words that need escaping', async () => {
  const gateway = await gatewayThat(answering(500, ''));
  const crm = connectCrm({ url: `${gateway.url}/crm/`, apiKey: 'k' });
  await crm.push(log, []);
  await crm.giveBack([]);
  await crm.logPage(log, 3, 10);
  await crm.feed('5.a', 20, log);
  await crm.findConsumers('Işık & Şen');
  expect(gateway.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST /crm/v1/logs/${log}/entries`,
    'POST /crm/v1/returned',
    `GET /crm/v1/logs/${log}/entries?after=3&limit=10`,
    `GET /crm/v1/feed?after=5.a&limit=20&exceptLog=${log}`,
    `GET /crm/v1/consumers?query=I%C5%9F%C4%B1k+%26+%C5%9Een`,
  ]);
});

test.each([
  ['401 pauses until the settings change', answering(401, refusal('unknown_key')), { kind: 'refused' }],
  ['403 pauses until the settings change', answering(403, 'nein'), { kind: 'refused' }],
  [
    '429 pauses as long as it asks',
    answering(429, '', { 'retry-after': '12' }),
    { kind: 'slow_down', retryAfterMs: 12_000 },
  ],
  [
    '429 without a time pauses half a minute',
    answering(429, ''),
    { kind: 'slow_down', retryAfterMs: 30_000 },
  ],
  [
    '429 with a far date pauses an hour at most',
    answering(429, '', { 'retry-after': 'Fri, 01 Jan 2999 00:00:00 GMT' }),
    { kind: 'slow_down', retryAfterMs: 3_600_000 },
  ],
  ['409 names the head to go on from', answering(409, refusal('hole', { head })), { kind: 'hole', head }],
  ['409 tells a fork', answering(409, refusal('fork', { head })), { kind: 'fork', head }],
  ['422 calls a person', answering(422, refusal('broken_chain')), { kind: 'rejected', code: 'broken_chain' }],
  [
    '400 calls a person',
    answering(400, refusal('invalid_input', { fields: [{ path: 'a', message: 'b' }] })),
    { kind: 'rejected', code: 'invalid_input' },
  ],
  ['500 is tried again', answering(500, refusal('internal')), { kind: 'unreachable' }],
  ['a page of another server is tried again', answering(404, '<html>'), { kind: 'unreachable' }],
  ['an answer of the wrong shape is tried again', answering(200, { seq: 'x' }), { kind: 'unreachable' }],
  ['an answer cut in half is tried again', answering(200, '{"log":"01'), { kind: 'unreachable' }],
  [
    'a redirect is not followed with the key',
    answering(302, '', { location: 'http://127.0.0.1:1/' }),
    { kind: 'unreachable' },
  ],
  [
    'a connection cut off is tried again',
    (reply: ServerResponse) => reply.destroy(),
    { kind: 'unreachable' },
  ],
])('%s', async (_name, answers, failure) => {
  const gateway = await gatewayThat(answers);
  expect(await connectCrm({ url: gateway.url, apiKey: 'k' }).head(log)).toEqual({ ok: false, failure });
});

test('a gateway that does not answer is given up after the time limit', async () => {
  const gateway = await gatewayThat(() => undefined);
  const crm = connectCrm({ url: gateway.url, apiKey: 'k' }, { queryMs: 50, pushMs: 50 });
  expect(await crm.push(log, [])).toEqual({ ok: false, failure: { kind: 'unreachable' } });
});

test('no gateway at all is unreachable', async () => {
  const gateway = await gatewayThat(() => undefined);
  open.pop()?.close();
  expect(await connectCrm({ url: gateway.url, apiKey: 'k' }).feed('', 10, log)).toEqual({
    ok: false,
    failure: { kind: 'unreachable' },
  });
});

test('a key that no header can carry is refused without asking', async () => {
  const gateway = await gatewayThat(answering(200, head));
  expect(await connectCrm({ url: gateway.url, apiKey: 'şifre\n' }).head(log)).toEqual({
    ok: false,
    failure: { kind: 'refused' },
  });
  expect(gateway.seen).toEqual([]);
});

test('what is under way ends when the connection is closed, and nothing is asked any more', async () => {
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const gateway = await gatewayThat(() => asked());
  const crm = connectCrm({ url: gateway.url, apiKey: 'k' });
  const answer = crm.push(log, []);
  await isAsked;
  crm.close();
  expect(await answer).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  expect(await crm.head(log)).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  expect(gateway.seen).toHaveLength(1);
});
