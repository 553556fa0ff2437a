import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import { type Branch, openBranch } from '../../testing/lan/branch.ts';
import { openLine } from '../../testing/lan/line.ts';

const timeoutMs = 5_000;
const soon = { timeout: 10_000, interval: 10 };

let branch: Branch;
beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

async function hubAndClient(answer?: (from: string, path: string, body: Json) => Promise<Json>) {
  const [pc, client] = await Promise.all([branch.addPc(), branch.addPc()]);
  const hub = await branch.openHub(pc, answer === undefined ? {} : { answer });
  hub.trusted.add(client.identity.fingerprint);
  return { hub, client, fingerprint: pc.identity.fingerprint };
}

test('a trusted PC is answered, and the hub knows by its key who asks', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  const body = { ş: ['ğ', 1, null, { açık: true }] };
  expect(await link.connection.request('ticket.callNext', body, timeoutMs)).toEqual({
    ok: true,
    value: body,
  });
  expect(hub.asked).toEqual([{ from: client.identity.fingerprint, path: 'ticket.callNext', body }]);
  expect(hub.listener.connected()).toEqual([client.identity.fingerprint]);
});

test('what the hub tells all reaches every PC that is connected, in order', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const other = await branch.addPc();
  hub.trusted.add(other.identity.fingerprint);
  const links = [client, other].map((pc) => branch.connect(pc, { fingerprint, addresses: [hub.address] }));
  await vi.waitFor(() => expect(hub.listener.connected()).toHaveLength(2), soon);
  for (let seq = 1; seq <= 50; seq += 1) hub.listener.tellAll({ seq });
  const all = Array.from({ length: 50 }, (_, index) => ({ seq: index + 1 }));
  await vi.waitFor(() => expect(links.map(({ messages }) => messages)).toEqual([all, all]), soon);
});

test('what the hub tells in one breath with its answer to the upgrade is not lost', async () => {
  const [{ identity }, client] = await Promise.all([branch.addPc(), branch.addPc()]);
  const push = Buffer.from(JSON.stringify({ push: 'welcome' }));
  const hub = createServer({ key: identity.pem, cert: identity.pem }, (wire) => {
    wire.on('error', () => wire.destroy());
    wire.once('data', (request) => {
      const [, key = ''] = /Sec-WebSocket-Key: (.+)\r\n/i.exec(request.toString('latin1')) ?? [];
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      const head = `HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`;
      wire.write(Buffer.concat([Buffer.from(head), Buffer.from([0x81, push.length]), push]));
    });
  });
  hub.listen(0, '127.0.0.1');
  await once(hub, 'listening');
  branch.cleanUp(() => hub.close());
  const bound = hub.address();
  const port = typeof bound === 'object' ? (bound?.port ?? 0) : 0;
  const link = branch.connect(client, {
    fingerprint: identity.fingerprint,
    addresses: [{ host: '127.0.0.1', port }],
  });
  await vi.waitFor(() => expect(link.messages).toEqual(['welcome']), soon);
});

test('30 PCs that ask 100 times each at once all get their own answers', async () => {
  const { hub, fingerprint } = await hubAndClient(async (from, path, body) => ({ from, path, body }));
  const pcs = await Promise.all(Array.from({ length: 30 }, () => branch.addPc()));
  for (const { identity } of pcs) hub.trusted.add(identity.fingerprint);
  const links = pcs.map((pc) => branch.connect(pc, { fingerprint, addresses: [hub.address] }));
  await vi.waitFor(() => expect(hub.listener.connected()).toHaveLength(30), soon);
  await vi.waitFor(() => expect(links.every(({ states }) => states.includes('connected'))).toBe(true), soon);

  const answers = await Promise.all(
    links.map(({ connection }) =>
      Promise.all(Array.from({ length: 100 }, (_, n) => connection.request(`ask/${n}`, n, timeoutMs))),
    ),
  );
  expect(answers).toEqual(
    pcs.map(({ identity }) =>
      Array.from({ length: 100 }, (_, n) => ({
        ok: true,
        value: { from: identity.fingerprint, path: `ask/${n}`, body: n },
      })),
    ),
  );
  expect(hub.asked).toHaveLength(3_000);
});

test('answers that come in another order reach those who asked', async () => {
  const held: (() => void)[] = [];
  const { hub, client, fingerprint } = await hubAndClient(
    (_, path) => new Promise((resolve) => held.unshift(() => resolve(path))),
  );
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  const answers = ['a', 'b', 'c'].map((path) => link.connection.request(path, null, timeoutMs));
  await vi.waitFor(() => expect(held).toHaveLength(3), soon);
  for (const release of held) release();
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c'].map((value) => ({ ok: true, value })));
});

test('what the hub throws is answered as failed without its text, and logged there once', async () => {
  const { hub, client, fingerprint } = await hubAndClient(async () => {
    throw new Error('Ayşe Yılmaz 10000000146');
  });
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  expect(await link.connection.request('ticket.issue', {}, timeoutMs)).toEqual({
    ok: false,
    failure: { kind: 'failed' },
  });
  const fields = { path: 'ticket.issue', from: client.identity.fingerprint };
  expect(hub.pc.logged).toEqual([{ level: 'error', message: 'lan.answer', fields }]);
});

test('without a connection a request fails at once and is not sent later', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const link = branch.connect(client, { fingerprint, addresses: [] });
  await vi.waitFor(() => expect(link.states).toEqual(['unreachable']), soon);
  const asked = link.connection.request('ticket.issue', {}, 600_000);
  expect(await asked).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  expect(hub.asked).toEqual([]);
});

test('a request whose answer is lost times out as unreachable, and the connection comes back', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const line = await openLine(hub.address);
  branch.cleanUp(line.close);
  const link = branch.connect(client, { fingerprint, addresses: [line.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  line.loseAnswers();
  expect(await link.connection.request('ticket.issue', 'lost', 300)).toEqual({
    ok: false,
    failure: { kind: 'unreachable' },
  });
  expect(hub.asked.map(({ body }) => body)).toEqual(['lost']);
  await vi.waitFor(() => expect(link.states.at(1)).toBe('unreachable'), soon);
  line.mend();
  await vi.waitFor(() => expect(link.states.at(-1)).toBe('connected'), soon);
  expect(await link.connection.request('ticket.issue', 'again', timeoutMs)).toEqual({
    ok: true,
    value: 'again',
  });
});

test('requests under way when the connection is cut fail at once', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<Json>();
  const { hub, client, fingerprint } = await hubAndClient(() => held);
  const line = await openLine(hub.address);
  branch.cleanUp(line.close);
  const link = branch.connect(client, { fingerprint, addresses: [line.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  const asked = link.connection.request('ticket.issue', null, 600_000);
  await vi.waitFor(() => expect(hub.asked).toHaveLength(1), soon);
  line.mend();
  expect(await asked).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  release(null);
});

test('of several addresses the one that answers with the pinned key is taken', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const stranger = await branch.openHub(await branch.addPc());
  const dead = { host: '127.0.0.1', port: 1 };
  const addresses = [dead, stranger.address, hub.address];
  const link = branch.connect(client, { fingerprint, addresses });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  expect(await link.connection.request('who', 1, timeoutMs)).toEqual({ ok: true, value: 1 });
  expect(stranger.asked).toEqual([]);
});

test('PCs come back by themselves when the hub starts again on the same port', async () => {
  const { hub, fingerprint } = await hubAndClient();
  const pcs = await Promise.all(Array.from({ length: 5 }, () => branch.addPc()));
  const isTrusted = (key: string) => pcs.some(({ identity }) => identity.fingerprint === key);
  for (const { identity } of pcs) hub.trusted.add(identity.fingerprint);
  const links = pcs.map((pc) => branch.connect(pc, { fingerprint, addresses: [hub.address] }));
  await vi.waitFor(() => expect(hub.listener.connected()).toHaveLength(5), soon);
  await hub.listener.close();
  await vi.waitFor(
    () => expect(links.every(({ states }) => states.at(-1) === 'unreachable')).toBe(true),
    soon,
  );
  const again = await branch.openHub(hub.pc, { port: hub.address.port, isTrusted });
  await vi.waitFor(() => expect(again.listener.connected()).toHaveLength(5), soon);
  const seen = ['connected', 'unreachable', 'connected'];
  await vi.waitFor(() => expect(links.map(({ states }) => states)).toEqual(links.map(() => seen)), soon);
});

test('a closed listener has carried out what it had begun, and no PC is left waiting', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<Json>();
  const { hub, client, fingerprint } = await hubAndClient(() => held);
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  const asked = link.connection.request('ticket.issue', null, 600_000);
  await vi.waitFor(() => expect(hub.asked).toHaveLength(1), soon);
  let isClosed = false;
  const closing = hub.listener.close().then(() => {
    isClosed = true;
  });
  expect(await asked).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  expect(isClosed).toBe(false);
  release(null);
  await closing;
});

test('a listener on a taken port is refused', async () => {
  const { hub } = await hubAndClient();
  await expect(branch.openHub(await branch.addPc(), { port: hub.address.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('a closed connection tells nothing more and does not come back', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  link.connection.close();
  await vi.waitFor(() => expect(hub.listener.connected()).toEqual([]), soon);
  expect(link.states).toEqual(['connected']);
  expect(await link.connection.request('ticket.issue', null, timeoutMs)).toMatchObject({ ok: false });
  expect(hub.asked).toEqual([]);
});
