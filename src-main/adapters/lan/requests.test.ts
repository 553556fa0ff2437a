import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Branch, openBranch } from '../../testing/lan/branch.ts';

const timeoutMs = 5_000;
const soon = { timeout: 10_000, interval: 10 };

let branch: Branch;
beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

test('a trusted PC is answered, and the hub knows by its key who asks', async () => {
  const { hub, client, fingerprint } = await branch.openPair();
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
  const { hub, client, fingerprint } = await branch.openPair();
  const other = await branch.addPc();
  hub.trusted.add(other.identity.fingerprint);
  const links = [client, other].map((pc) => branch.connect(pc, { fingerprint, addresses: [hub.address] }));
  await vi.waitFor(() => expect(hub.listener.connected()).toHaveLength(2), soon);
  for (let seq = 1; seq <= 50; seq += 1) hub.listener.tell(hub.listener.connected(), { seq });
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
  const { hub, fingerprint } = await branch.openPair(async (from, path, body) => ({ from, path, body }));
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
  const { hub, client, fingerprint } = await branch.openPair(
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
  const { hub, client, fingerprint } = await branch.openPair(async () => {
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
  const { hub, client, fingerprint } = await branch.openPair();
  const link = branch.connect(client, { fingerprint, addresses: [] });
  await vi.waitFor(() => expect(link.states).toEqual(['unreachable']), soon);
  const asked = link.connection.request('ticket.issue', {}, 600_000);
  expect(await asked).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  expect(hub.asked).toEqual([]);
});
