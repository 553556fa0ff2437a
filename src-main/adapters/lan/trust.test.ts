import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectTls, createServer } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Branch, openBranch } from '../../testing/lan/branch.ts';
import { openLine } from '../../testing/lan/line.ts';
import { openMiddleman } from '../../testing/lan/middleman.ts';

const soon = { timeout: 10_000, interval: 10 };

let branch: Branch;
beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

async function hubAndClient() {
  const [pc, client] = await Promise.all([branch.addPc(), branch.addPc()]);
  const hub = await branch.openHub(pc);
  hub.trusted.add(client.identity.fingerprint);
  return { hub, client, fingerprint: pc.identity.fingerprint };
}

test("a stranger's key is told that it is not trusted, and nothing it asks is carried out", async () => {
  const { hub, fingerprint } = await hubAndClient();
  const link = branch.connect(await branch.addPc(), { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['not_trusted']), soon);
  expect(await link.connection.request('ticket.issue', {}, 1_000)).toEqual({
    ok: false,
    failure: { kind: 'not_trusted' },
  });
  expect(hub.listener.connected()).toEqual([]);
  expect(hub.asked).toEqual([]);
});

test('a stranger that speaks at once, in the handshake’s last flight, is not heard', async () => {
  const { hub } = await hubAndClient();
  const { identity } = await branch.addPc();
  const wire = connectTls({
    ...hub.address,
    key: identity.pem,
    cert: identity.pem,
    rejectUnauthorized: false,
  });
  wire.write('GET / HTTP/1.1\r\nUpgrade: websocket\r\n');
  expect(await text(wire)).toBe('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  expect(hub.listener.connected()).toEqual([]);
});

test('who shows no certificate at all is refused', async () => {
  const { hub } = await hubAndClient();
  const wire = connectTls({ ...hub.address, rejectUnauthorized: false });
  expect(await text(wire)).toMatch(/^HTTP\/1\.1 403 /);
});

test('TLS 1.2 is refused', async () => {
  const { hub, client } = await hubAndClient();
  const { pem } = client.identity;
  const wire = connectTls({
    ...hub.address,
    key: pem,
    cert: pem,
    rejectUnauthorized: false,
    maxVersion: 'TLSv1.2',
  });
  const [error] = await once(wire, 'error');
  expect(error).toMatchObject({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' });
});

test('a hub with another key than the pinned one hears nothing, neither HTTP nor who is calling', async () => {
  const { client, fingerprint } = await hubAndClient();
  const { pem } = (await branch.addPc()).identity;
  let calls = 0;
  let handshakes = 0;
  const pretender = createServer({ key: pem, cert: pem, requestCert: true, rejectUnauthorized: false });
  pretender.on('connection', () => {
    calls += 1;
  });
  pretender.on('secureConnection', () => {
    handshakes += 1;
  });
  pretender.listen(0, '127.0.0.1');
  await once(pretender, 'listening');
  branch.cleanUp(() => pretender.close());
  const bound = pretender.address();
  const port = typeof bound === 'object' ? (bound?.port ?? 0) : 0;
  const link = branch.connect(client, { fingerprint, addresses: [{ host: '127.0.0.1', port }] });
  await vi.waitFor(() => expect(calls).toBeGreaterThan(2), soon);
  expect(link.states).toEqual(['not_trusted']);
  expect(handshakes).toBe(0);
});

test('a man in the middle between two PCs that trust each other is refused by both', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const between = await branch.addPc();
  const middle = await openMiddleman(between.identity, hub.address);
  branch.cleanUp(middle.close);
  const link = branch.connect(client, { fingerprint, addresses: [middle.address] });
  const onward = branch.connect(between, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(
    () => expect([...link.states, ...onward.states]).toEqual(['not_trusted', 'not_trusted']),
    soon,
  );
  expect(middle.overheard()).toBe('');
  expect(hub.listener.connected()).toEqual([]);
});

test('a PC whose trust is withdrawn is cut off and told so when it comes back', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  hub.trusted.delete(client.identity.fingerprint);
  hub.listener.disconnect(client.identity.fingerprint);
  await vi.waitFor(() => expect(link.states).toEqual(['connected', 'unreachable', 'not_trusted']), soon);
  expect(hub.listener.connected()).toEqual([]);
});

test('after its trust is withdrawn nothing of a PC is carried out, also before it is cut off', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  hub.trusted.delete(client.identity.fingerprint);
  expect(await link.connection.request('ticket.issue', {}, 5_000)).toEqual({
    ok: false,
    failure: { kind: 'unreachable' },
  });
  expect(hub.asked).toEqual([]);
});

test('after its trust is withdrawn a PC is told nothing any more', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  hub.trusted.delete(client.identity.fingerprint);
  hub.listener.tellAll('secret');
  await vi.waitFor(() => expect(link.states).toContain('not_trusted'), soon);
  expect(link.messages).toEqual([]);
});

test('a PC that is trusted later comes in by itself', async () => {
  const { hub, fingerprint } = await hubAndClient();
  const newcomer = await branch.addPc();
  const link = branch.connect(newcomer, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['not_trusted']), soon);
  hub.trusted.add(newcomer.identity.fingerprint);
  await vi.waitFor(() => expect(link.states).toEqual(['not_trusted', 'connected']), soon);
});

test('TLS bytes that were recorded on the way and are played again are refused', async () => {
  const { hub, client, fingerprint } = await hubAndClient();
  const line = await openLine(hub.address);
  branch.cleanUp(line.close);
  const link = branch.connect(client, { fingerprint, addresses: [line.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  await link.connection.request('ticket.issue', {}, 5_000);
  expect(hub.asked).toHaveLength(1);
  const [recording = Buffer.alloc(0)] = line.recorded();
  expect(recording.length).toBeGreaterThan(1_000);

  const replay = connectTcp(hub.address.port, hub.address.host);
  replay.on('error', () => replay.destroy());
  replay.resume().end(recording);
  await once(replay, 'close');
  expect(hub.asked).toHaveLength(1);
  expect(hub.listener.connected()).toEqual([client.identity.fingerprint]);
  expect(link.states).toEqual(['connected']);
});
