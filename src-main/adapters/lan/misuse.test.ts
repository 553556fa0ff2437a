import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Branch, type Hub, type Link, openBranch, type Pc } from '../../testing/lan/branch.ts';
import { dial } from './dial.ts';
import {
  maxConnectionsPerKey,
  maxInFlight,
  maxMessageBytes,
  maxUnreadBytes,
  strangersAtOnce,
} from './limits.ts';

const soon = { timeout: 20_000, interval: 10 };

let branch: Branch;
let hub: Hub;
let rogue: Pc;
let good: Link;
beforeEach(async () => {
  branch = await openBranch();
  const [pc, client] = await Promise.all([branch.addPc(), branch.addPc()]);
  rogue = await branch.addPc();
  hub = await branch.openHub(pc);
  hub.trusted.add(client.identity.fingerprint);
  good = branch.connect(client, { fingerprint: pc.identity.fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(good.states).toEqual(['connected']), soon);
});
afterEach(async () => {
  // Whatever the rogue did, the other one was never cut off.
  expect(await good.connection.request('stillThere', 1, 5_000)).toEqual({ ok: true, value: 1 });
  expect(good.states).toEqual(['connected']);
  await branch.close();
});

/** A trusted PC that says what it likes. */
async function openRogueWire() {
  hub.trusted.add(rogue.identity.fingerprint);
  const dialled = await dial(
    { identity: rogue.identity, address: hub.address, path: '/', accepts: () => true },
    new AbortController().signal,
  );
  if (!dialled.ok) throw new Error(dialled.failure.kind);
  dialled.socket.on('error', () => dialled.socket.terminate());
  dialled.socket.resume();
  branch.cleanUp(() => dialled.socket.terminate());
  return dialled;
}

async function openRogue() {
  return (await openRogueWire()).socket;
}

test.each([
  ['no JSON', 'no JSON'],
  ['no object', '[]'],
  ['no number as its id', '{"id":"1","path":"a","body":null}'],
  ['an id below zero', '{"id":-1,"path":"a","body":null}'],
  ['no body', '{"id":1,"path":"a"}'],
  ['a path that is no name', '{"id":1,"path":"a b","body":null}'],
  ['too long a path', `{"id":1,"path":"${'a'.repeat(101)}","body":null}`],
  ['endless nesting', '['.repeat(1_000_000)],
])('a message with %s ends the connection of whoever sent it, and is not carried out', async (_, message) => {
  const socket = await openRogue();
  socket.send(message);
  await once(socket, 'close');
  expect(hub.asked).toEqual([]);
});

test('a binary message ends the connection', async () => {
  const socket = await openRogue();
  socket.send(Buffer.from('{"id":1,"path":"a","body":null}'));
  await once(socket, 'close');
  expect(hub.asked).toEqual([]);
});

test('a message above the limit ends the connection before it is read whole', async () => {
  const socket = await openRogue();
  socket.send(JSON.stringify({ id: 1, path: 'a', body: 'x'.repeat(maxMessageBytes) }));
  await once(socket, 'close');
  expect(hub.asked).toEqual([]);
});

test('a message below the limit is carried out, and so is its answer', async () => {
  const body = 'x'.repeat(maxMessageBytes - 1_000);
  const answer = await good.connection.request('large', body, 20_000);
  expect(answer.ok && answer.value === body).toBe(true);
});

test('an answer above the limit is a failure of that request alone', async () => {
  const large = await branch.openHub(await branch.addPc(), {
    answer: async () => 'x'.repeat(maxMessageBytes),
  });
  large.trusted.add(rogue.identity.fingerprint);
  const { fingerprint } = large.pc.identity;
  const link = branch.connect(rogue, { fingerprint, addresses: [large.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  expect(await link.connection.request('large', null, 5_000)).toEqual({
    ok: false,
    failure: { kind: 'failed' },
  });
  expect(link.states).toEqual(['connected']);
});

test('a request above the limit is a bug of the caller, and thrown at it', async () => {
  await expect(good.connection.request('large', 'x'.repeat(maxMessageBytes), 100)).rejects.toThrow(
    RangeError,
  );
});

test('an id that is used again while its request is carried out ends the connection', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<null>();
  hub = await branch.openHub(await branch.addPc(), { answer: () => held });
  const socket = await openRogue();
  socket.send('{"id":1,"path":"a","body":1}');
  socket.send('{"id":1,"path":"a","body":2}');
  await once(socket, 'close');
  expect(hub.asked.map(({ body }) => body)).toEqual([1]);
  release(null);
});

test('whoever asks without end for what takes its time is cut off', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<null>();
  hub = await branch.openHub(await branch.addPc(), { answer: () => held });
  const socket = await openRogue();
  for (let id = 0; id <= maxInFlight; id += 1) socket.send(JSON.stringify({ id, path: 'a', body: null }));
  await once(socket, 'close');
  expect(hub.asked).toHaveLength(maxInFlight);
  release(null);
});

test('who reads too slowly is cut off rather than kept waiting for', async () => {
  const socket = await openRogue();
  await vi.waitFor(() => expect(hub.listener.connected()).toHaveLength(2), soon);
  const { fingerprint } = rogue.identity;
  const alive = setInterval(() => socket.ping(), 200);
  branch.cleanUp(() => clearInterval(alive));
  socket.pause();
  const mega = 'x'.repeat(1024 * 1024);
  let told = 0;
  await vi.waitFor(
    () => {
      hub.listener.tellAll(mega);
      told += mega.length;
      expect(hub.listener.connected()).not.toContain(fingerprint);
    },
    { timeout: 20_000, interval: 2 },
  );
  // The kernels of both sides hold some megabytes of it as well.
  expect(told).toBeLessThan(1.5 * maxUnreadBytes);
});

test('one key has only so many connections, also when it opens many at once, and the oldest make room', async () => {
  const opening = Array.from({ length: 4 * maxConnectionsPerKey }, () => openRogue());
  const sockets = await Promise.all(opening);
  const open = () => sockets.filter(({ readyState, OPEN }) => readyState === OPEN);
  await vi.waitFor(() => expect(open()).toHaveLength(maxConnectionsPerKey), soon);
  const newest = await openRogue();
  await vi.waitFor(() => expect(open()).toHaveLength(maxConnectionsPerKey - 1), soon);
  expect(newest.readyState).toBe(newest.OPEN);
});

test('what comes right behind a message of another form is not carried out', async () => {
  const { socket, wire } = await openRogueWire();
  wire.cork();
  socket.send('no JSON');
  for (let id = 0; id < 100; id += 1) socket.send(JSON.stringify({ id, path: 'a', body: null }));
  wire.uncork();
  await once(socket, 'close');
  expect(hub.asked).toEqual([]);
});

test('strangers of one address are not even shaken hands with after a while, and may come again later', async () => {
  function knock(): Promise<string> {
    return text(connectTls({ ...hub.address, rejectUnauthorized: false })).catch(() => '');
  }
  let shakes = 0;
  while ((await knock()).startsWith('HTTP/1.1 403')) shakes += 1;
  expect(shakes).toBeGreaterThanOrEqual(strangersAtOnce);
  await vi.waitFor(async () => expect(await knock()).toMatch(/^HTTP/), soon);
});

test.each([
  ['a request with a body', 'POST / HTTP/1.1\r\nHost: lan\r\nContent-Length: 5\r\n\r\nhello'],
  ['a request for a page', 'GET / HTTP/1.1\r\nHost: lan\r\n\r\n'],
  ['a wish for a tunnel', 'CONNECT lan:1 HTTP/1.1\r\nHost: lan\r\n\r\n'],
  ['another path', 'GET /else HTTP/1.1\r\nHost: lan\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
  ['another protocol', 'GET / HTTP/1.1\r\nHost: lan\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n'],
  ['a head without end', `GET / HTTP/1.1\r\nHost: ${'a'.repeat(10_000)}\r\n`],
  ['what is no HTTP', '\0\0\0\0'],
  ['nothing', ''],
])('a trusted PC that comes with %s is sent away', async (_, request) => {
  hub.trusted.add(rogue.identity.fingerprint);
  const { pem } = rogue.identity;
  const wire = connectTls({ ...hub.address, key: pem, cert: pem, rejectUnauthorized: false });
  wire.on('error', () => wire.destroy());
  wire.resume().write(request);
  await once(wire, 'close');
  expect(hub.listener.connected()).toHaveLength(1);
});
