import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { connect as connectTls, createServer } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Branch, openBranch } from '../../testing/lan/branch.ts';

const soon = { timeout: 10_000, interval: 10 };

let branch: Branch;
beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

test("a stranger's key is told that it is not trusted, and nothing it asks is carried out", async () => {
  const { hub, fingerprint } = await branch.openPair();
  const link = branch.connect(await branch.addPc(), { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['not_trusted']), soon);
  expect(await link.connection.request('ticket.issue', {}, 1_000)).toEqual({
    ok: false,
    failure: { kind: 'not_trusted' },
  });
  expect(hub.listener.connected()).toEqual([]);
  expect(hub.asked).toEqual([]);
});

test("a stranger that speaks at once, in the handshake's last flight, is not heard", async () => {
  const { hub } = await branch.openPair();
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
  const { hub } = await branch.openPair();
  const wire = connectTls({ ...hub.address, rejectUnauthorized: false });
  expect(await text(wire)).toMatch(/^HTTP\/1\.1 403 /);
});

test('TLS 1.2 is refused', async () => {
  const { hub, client } = await branch.openPair();
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
  const { client, fingerprint } = await branch.openPair();
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
