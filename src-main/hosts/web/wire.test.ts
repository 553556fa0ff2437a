import { request } from 'node:http';
import { connect } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { makeDataDir, type SpawnedHost, spawnWebHost } from './testing/spawn-web-host.ts';

const folder = makeDataDir();
let host: SpawnedHost;
beforeAll(async () => {
  host = await spawnWebHost(['--data-dir', folder.path]);
});
afterAll(async () => {
  expect(await host.stop()).toBe(0);
  folder.remove();
});

type Answer = { status: number | undefined; body: unknown };

/** fetch sets Host and tidies up paths itself; this sends what it is given. */
function send(path: string, headers: Record<string, string>, method = 'POST', body = '{}'): Promise<Answer> {
  const { port } = new URL(host.ready.url);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers, agent: false };
    const sent = request(options, (reply) => {
      json(reply).then((parsed) => resolve({ status: reply.statusCode, body: parsed }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function own(): Record<string, string> {
  return {
    host: new URL(host.ready.url).host,
    authorization: `Bearer ${host.ready.token}`,
    'content-type': 'application/json',
  };
}

const refusal = (code: string) => ({ ok: false, error: { code, message: expect.stringMatching(/\S+ \S+/) } });

test('the ready line says where, with which token, and what the page’s address is', () => {
  const { url, token, page, dataDir } = host.ready;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(page).toBe(`${url}#token=${token}`);
  expect(dataDir).toBe(folder.path);
  expect(host.ready.users).toBeUndefined();
});

test('a call is answered by the core', async () => {
  const reply = await host.call('system.state', { input: {} });
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject({ ok: true, value: { phase: 'first_run', trouble: null } });
});

test('a refusal of the core is a 200 with its code and its fields', async () => {
  const reply = await host.call('session.unlock', { commandId: 'command-1', input: { pin: 'x' } });
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', fields: [{ path: 'pin' }] },
  });
  expect(await (await host.call('no.such')).json()).toMatchObject(refusal('unknown_method'));
  expect(await (await host.call('__proto__')).json()).toMatchObject(refusal('unknown_method'));
});

test('nobody without the token of this launch is answered', async () => {
  for (const authorization of [
    '',
    'Bearer',
    'Bearer x',
    `Basic ${host.ready.token}`,
    `Bearer ${host.ready.token}x`,
  ])
    expect(await send('/rpc/system.state', { ...own(), authorization })).toMatchObject({
      status: 401,
      body: refusal('forbidden'),
    });
});

test('a page of another name or origin is refused, also with the token', async () => {
  const { port } = new URL(host.ready.url);
  const foreign = [
    { host: 'banko.example' },
    { host: `evil.example:${port}` },
    { host: '127.0.0.1' },
    { host: `127.0.0.1:${Number(port) + 1}` },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port}` },
    { origin: `https://127.0.0.1:${port}` },
  ];
  for (const headers of foreign)
    expect(await send('/rpc/system.state', { ...own(), ...headers })).toMatchObject({
      status: 403,
      body: refusal('forbidden'),
    });
});

test('the own page is answered under both names of this machine', async () => {
  const { port } = new URL(host.ready.url);
  for (const name of ['127.0.0.1', 'localhost']) {
    const headers = { ...own(), host: `${name}:${port}`, origin: `http://${name}:${port}` };
    expect(await send('/rpc/system.state', headers)).toMatchObject({ status: 200, body: { ok: true } });
  }
});

test('no answer allows another origin to read it', async () => {
  const reply = await host.call('system.state');
  expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(await send('/rpc/system.state', { host: own().host ?? '' }, 'OPTIONS', '')).toMatchObject({
    status: 404,
  });
});

test('a body that is no JSON object is refused and reaches no method', async () => {
  for (const body of ['', '{"input":', '[]', '"x"', 'null', '{"__proto__":{}}'])
    expect(await send('/rpc/system.setUp', own(), 'POST', body)).toMatchObject({
      status: 400,
      body: refusal('invalid_input'),
    });
  expect(await send('/rpc/system.state', { ...own(), 'content-type': 'text/plain' })).toMatchObject({
    status: 415,
    body: refusal('invalid_input'),
  });
});

test('a body beyond a megabyte is refused', async () => {
  const reply = await host.call('system.state', { input: 'x'.repeat(1024 * 1024) });
  expect(reply.status).toBe(413);
  expect(await reply.json()).toEqual(refusal('invalid_input'));
});

test('a window’s name is checked, because sessions hang on it', async () => {
  for (const window of ['a b', 'x'.repeat(65), '(host)', ''])
    expect((await host.call('system.state', {}, { 'x-banko-window': window })).status).toBe(400);
  expect((await host.call('system.state', {}, { 'x-banko-window': 'tab-1' })).status).toBe(200);
});

test('an address that does not exist is a 404 in the shape of every answer', async () => {
  for (const path of ['/nowhere', '/rpc', '/rpc/a/b', '/rpc/%E0%A4%A', '/..%2f..%2fpackage.json'])
    expect(await send(path, own())).toMatchObject({ status: 404, body: refusal('not_found') });
});

test('what is no HTTP at all is refused in the shape of every answer', async () => {
  const { port } = new URL(host.ready.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.end('\u0016\u0003\u0001 hello\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 [\s\S]*"ok":false/);
});

test('no path leads out of the screens’ folder', async () => {
  for (const path of [
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/assets/..%5c..%5c..%5cpackage.json',
    '/%00',
  ])
    expect(await send(path, own(), 'GET', '')).toMatchObject({ body: { ok: false } });
});

test('announcements come to who shows the token, by header or in the address, and to nobody else', async () => {
  const events = `${host.ready.url.replace('http', 'ws')}events`;
  const bearer = { authorization: `Bearer ${host.ready.token}` };
  expect(await statusOf(events, {})).toBe(401);
  expect(await statusOf(`${events}?token=x`, {})).toBe(401);
  expect(await statusOf(events, { ...bearer, origin: 'https://evil.example' })).toBe(403);
  expect(await statusOf(events, { ...bearer, host: 'evil.example' })).toBe(403);
  expect(await send('/events', own(), 'GET', '')).toMatchObject({ status: 426 });

  const sockets = [
    new WebSocket(events, { headers: bearer }),
    new WebSocket(`${events}?token=${host.ready.token}`),
  ];
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))));
  const heard = sockets.map(
    (socket) => new Promise((resolve) => socket.once('message', (data) => resolve(data))),
  );
  const input = {
    branch: { code: '26', name: 'Eskişehir' },
    desk: { code: 'B1', name: 'Banko 1' },
    workstationNo: 1,
    administrator: { username: 'mudur', displayName: 'Ayşe Işık', password: 'uzun-bir-parola', pin: '1234' },
  };
  const reply = await host.call('system.setUp', { commandId: 'set-up-0001', input });
  expect(await reply.json()).toMatchObject({ ok: true });
  for (const data of await Promise.all(heard)) {
    const announcement: unknown = JSON.parse(String(data));
    expect(announcement).toEqual({ seq: expect.any(Number), topics: expect.arrayContaining(['settings']) });
  }
  for (const socket of sockets) socket.terminate();
});

function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on('error', () => undefined);
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, reply) => resolve(reply.statusCode));
  });
}
