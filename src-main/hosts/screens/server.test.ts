import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { audiences } from '../../../src-shared/contract/define.ts';
import { contract, type Method } from '../../../src-shared/contract/index.ts';
import type { TestCore } from '../../testing/make-core.ts';
import { at, issue, openQueueBranch } from '../../testing/queue-branch.ts';
import { addScreen, okAs, type TestScreen } from '../../testing/screens.ts';
import { portOf } from '../http/http-app.ts';
import { requestsPerMinute, wrongTokensPerMinute } from './limits.ts';
import { createScreensServer } from './server.ts';

let counter: TestCore;
let app: FastifyInstance;
let folder: string;
let url: string;
let kiosk: TestScreen;
let door: TestScreen;
let display: TestScreen;
let followCode: string;
let tabletKey: string;

beforeEach(async () => {
  counter = await openQueueBranch();
  kiosk = await addScreen(counter, 'kiosk', 'Giriş');
  door = await addScreen(counter, 'door', 'Kapı', 'G1');
  display = await addScreen(counter, 'display', 'Salon');
  const wanted = { categoryCode: 'general', priority: false, onPaper: false };
  ({ followCode } = await okAs(counter, kiosk.caller, 'kiosk.issue', wanted));
  counter.core.screens.report({ state: 'listening', port: 41_711 });
  tabletKey = (await counter.ok('signing.pair', { place: 'tablet' }, at.first)).code;
  folder = mkdtempSync(join(tmpdir(), 'banko-screens-'));
  const screensDir = join(folder, 'screens');
  mkdirSync(join(screensDir, 'assets'), { recursive: true });
  for (const page of ['ekran', 'kapi', 'kiosk', 'sira'])
    writeFileSync(join(screensDir, `${page}.html`), `<!doctype html><p>${page}</p>`);
  writeFileSync(join(screensDir, 'assets', 'kiosk-abc123.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody');
  const { ports, core, clock } = counter;
  app = await createScreensServer({
    ...{ core, screensDir, log: ports.log, now: clock.now },
    makeReference: () => 'reference',
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await app.close();
  await counter.remove();
  rmSync(folder, { recursive: true });
});

const tokens = () => ({
  display: display.token,
  kiosk: kiosk.token,
  door: door.token,
  visitor: followCode,
  signer: tabletKey,
  staff: 'x'.repeat(43),
});

function call(token: string, method: string, body: unknown = { commandId: 'intent-of-wire', input: {} }) {
  return fetch(`${url}/rpc/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const refusal = (code: string) => ({ ok: false, error: { code, message: expect.stringMatching(/\S+ \S+/) } });

describe.each(['display', 'kiosk', 'door', 'visitor', 'signer'] as const)(
  'a token of the audience %s',
  (audience) => {
    test('reaches the methods of its own and no other of the whole contract', async () => {
      for (const method of Object.keys(contract)) {
        const reply = await call(tokens()[audience], method, {
          commandId: `intent-${method}`,
          input: { stranger: 1 },
        });
        const isItsOwn = contract[method as Method].audience.includes(audience);
        expect(reply.status).toBe(200);
        expect(await reply.json(), method).toMatchObject(refusal(isItsOwn ? 'invalid_input' : 'forbidden'));
      }
    });
  },
);

test('nobody comes as staff here, and a stranger reaches nothing', async () => {
  expect(audiences).toEqual(['staff', ...Object.keys(tokens()).filter((name) => name !== 'staff')]);
  for (const token of ['', 'x', tokens().staff, `${kiosk.token}x`])
    for (const method of ['kiosk.state', 'system.state', 'no.such']) {
      const reply = await call(token, method);
      expect([reply.status, await reply.json()]).toEqual([401, refusal('forbidden')]);
    }
});

test('a screen that is withdrawn is cut off at once, in the middle of listening', async () => {
  const socket = listen(kiosk.token);
  await once(socket, 'open');
  const other = listen(display.token);
  await once(other, 'open');
  const closed = once(socket, 'close');
  await counter.ok('screen.withdraw', { screenId: kiosk.id }, at.admin);
  expect((await closed)[0]).toBe(1008);
  expect((await call(kiosk.token, 'kiosk.state')).status).toBe(401);
  expect(other.readyState).toBe(WebSocket.OPEN);
  other.close();
});

test('a tablet that is unpaired is cut off at once, in the middle of listening', async () => {
  const socket = listen(tabletKey);
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await counter.ok('signing.unpair', { place: 'tablet' }, at.first);
  expect((await closed)[0]).toBe(1008);
  expect((await call(tabletKey, 'signing.current')).status).toBe(401);
});

test('each is told that something of its own changed, and of nothing else', async () => {
  const heard: Record<string, unknown[]> = { visitor: [], display: [] };
  const sockets = { visitor: listen(followCode), display: listen(display.token) };
  for (const [name, socket] of Object.entries(sockets)) {
    socket.on('message', (data) => heard[name]?.push(JSON.parse(String(data))));
    await once(socket, 'open');
  }
  // Applications and people are no business of a phone, a number is; the last one is waited for.
  await counter.ok('help.call', {}, at.first);
  await counter.ok('session.lock', {}, at.second);
  await issue(counter);
  await expect.poll(() => heard.visitor?.length).toBe(2);
  expect(heard.visitor).toEqual([
    { seq: expect.any(Number), topics: ['queue'] },
    { seq: expect.any(Number), topics: ['queue'] },
  ]);
  for (const socket of Object.values(sockets)) socket.close();
});

test('a page of another name or origin is refused, also with a token', async () => {
  const port = portOf(app);
  const foreign = [
    { host: 'banko.example' },
    { host: `evil.example:${port}` },
    { host: `10.1.2.3:${port}` },
    { host: '127.0.0.1' },
    { host: `127.0.0.1:${port + 1}` },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port}` },
  ];
  for (const headers of foreign) expect((await send(headers)).status, JSON.stringify(headers)).toBe(403);
  for (const name of ['127.0.0.1', 'localhost', hostname(), `${hostname()}.local`]) {
    const host = `${name}:${port}`;
    expect((await send({ host, origin: `http://${host}` })).status, host).toBe(200);
  }
});

test('whoever tries tokens is refused for the rest of the minute, with a right one as well', async () => {
  for (let tried = 0; tried < wrongTokensPerMinute; tried += 1)
    expect((await call(`guess-${tried}`, 'visitor.place')).status).toBe(401);
  const reply = await call(followCode, 'visitor.place');
  expect([reply.status, await reply.json()]).toEqual([429, refusal('too_many_attempts')]);
  counter.clock.advance(60_000);
  expect((await call(followCode, 'visitor.place')).status).toBe(200);
});

test('a flood from one address is refused, and over with the minute', async () => {
  const answers: number[] = [];
  while (answers.length < requestsPerMinute + 50)
    answers.push(...(await Promise.all(Array.from({ length: 50 }, knock))));
  expect(answers.filter((status) => status === 429)).toHaveLength(50);
  counter.clock.advance(60_000);
  expect((await call(kiosk.token, 'kiosk.state')).status).toBe(200);
});

test('what is no small JSON object is refused and reaches no method', async () => {
  expect((await call(kiosk.token, 'kiosk.state', { input: 'x'.repeat(20_000) })).status).toBe(413);
  expect((await call(kiosk.token, 'kiosk.state', [])).status).toBe(400);
});

test('the pages are the screens’ own, under a strict policy, and kept for a start without us', async () => {
  for (const page of ['ekran', 'kapi', 'kiosk']) {
    const reply = await fetch(`${url}/${page}`);
    expect(await reply.text()).toContain(page);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'cache-control': 'private, max-age=604800',
      'content-type': expect.stringMatching(/^text\/html/),
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self';"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  }
  expect((await fetch(`${url}/sira`)).headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${url}/assets/kiosk-abc123.js`)).headers.get('cache-control')).toContain('immutable');
});

test('nothing else is served', async () => {
  for (const path of ['/', '/index.html', '/kiosk.html', '/assets/', '/open/x'])
    expect((await fetch(url + path)).status, path).toBe(404);
  const reply = await fetch(`${url}/assets/..%2f..%2fsecret.txt`);
  expect(reply.status).toBe(400);
  expect(await reply.text()).not.toContain('not for anybody');
});

const knock = async () => (await fetch(`${url}/nowhere`)).status;

/** As a browser does, with the token as a subprotocol. */
function listen(token: string): WebSocket {
  return new WebSocket(`${url.replace('http', 'ws')}/events`, ['banko', token]);
}

/** fetch sets Host itself; this sends what it is given. */
function send(headers: Record<string, string>): Promise<{ status: number | undefined; body: unknown }> {
  const port = portOf(app);
  const own = {
    host: `127.0.0.1:${port}`,
    authorization: `Bearer ${kiosk.token}`,
    'content-type': 'application/json',
  };
  return new Promise((resolve, reject) => {
    const options = {
      ...{ host: '127.0.0.1', port, path: '/rpc/kiosk.state', method: 'POST', agent: false },
      headers: { ...own, ...headers },
    };
    const sent = request(options, (reply) => {
      json(reply).then((body) => resolve({ status: reply.statusCode, body }), reject);
    });
    sent.on('error', reject);
    sent.end('{}');
  });
}
