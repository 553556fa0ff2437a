import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Branch, type Hub, type Link, openBranch, type Pc } from '../../testing/lan/branch.ts';
import { openRogue } from '../../testing/lan/rogue.ts';
import { maxConnectionsPerKey, maxInFlight, maxUnreadBytes, strangersAtOnce } from './limits.ts';

const soon = { timeout: 20_000, interval: 10 };

let branch: Branch;
let hub: Hub;
let rogue: Pc;
let good: Link;
beforeEach(async () => {
  branch = await openBranch();
  rogue = await branch.addPc();
  const pair = await branch.openPair();
  hub = pair.hub;
  good = branch.connect(pair.client, { fingerprint: pair.fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(good.states).toEqual(['connected']), soon);
});
afterEach(async () => {
  // Whatever the rogue did, the other one was never cut off.
  expect(await good.connection.request('stillThere', 1, 5_000)).toEqual({ ok: true, value: 1 });
  expect(good.states).toEqual(['connected']);
  await branch.close();
});

test('whoever asks without end for what takes its time is cut off', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<null>();
  hub = await branch.openHub(await branch.addPc(), { answer: () => held });
  const { socket } = await openRogue(branch, rogue, hub);
  for (let id = 0; id <= maxInFlight; id += 1) socket.send(JSON.stringify({ id, path: 'a', body: null }));
  await once(socket, 'close');
  expect(hub.asked).toHaveLength(maxInFlight);
  release(null);
});

test('who reads too slowly is cut off rather than kept waiting for', async () => {
  const { socket } = await openRogue(branch, rogue, hub);
  await vi.waitFor(() => expect(hub.listener.connected()).toHaveLength(2), soon);
  const { fingerprint } = rogue.identity;
  const alive = setInterval(() => socket.ping(), 200);
  branch.cleanUp(() => clearInterval(alive));
  socket.pause();
  const mega = 'x'.repeat(1024 * 1024);
  let told = 0;
  await vi.waitFor(
    () => {
      hub.listener.tell(hub.listener.connected(), mega);
      told += mega.length;
      expect(hub.listener.connected()).not.toContain(fingerprint);
    },
    { timeout: 20_000, interval: 2 },
  );
  // The kernels of both sides hold some megabytes of it as well.
  expect(told).toBeLessThan(1.5 * maxUnreadBytes);
});

test('one key has only so many connections, also when it opens many at once, and the oldest make room', async () => {
  const opening = Array.from({ length: 4 * maxConnectionsPerKey }, () => openRogue(branch, rogue, hub));
  const sockets = await Promise.all(opening);
  const open = () => sockets.filter(({ socket }) => socket.readyState === socket.OPEN);
  await vi.waitFor(() => expect(open()).toHaveLength(maxConnectionsPerKey), soon);
  const { socket: newest } = await openRogue(branch, rogue, hub);
  await vi.waitFor(() => expect(open()).toHaveLength(maxConnectionsPerKey - 1), soon);
  expect(newest.readyState).toBe(newest.OPEN);
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
