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

test('a request whose answer is lost times out as unreachable, and the connection comes back', async () => {
  const { hub, client, fingerprint } = await branch.openPair();
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
  const { hub, client, fingerprint } = await branch.openPair(() => held);
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
  const { hub, client, fingerprint } = await branch.openPair();
  const stranger = await branch.openHub(await branch.addPc());
  const dead = { host: '127.0.0.1', port: 1 };
  const addresses = [dead, stranger.address, hub.address];
  const link = branch.connect(client, { fingerprint, addresses });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  expect(await link.connection.request('who', 1, timeoutMs)).toEqual({ ok: true, value: 1 });
  expect(stranger.asked).toEqual([]);
});

test('PCs come back by themselves when the hub starts again on the same port', async () => {
  const { hub, fingerprint } = await branch.openPair();
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
  const { hub, client, fingerprint } = await branch.openPair(() => held);
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
  const { hub } = await branch.openPair();
  await expect(branch.openHub(await branch.addPc(), { port: hub.address.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('a closed connection tells nothing more and does not come back', async () => {
  const { hub, client, fingerprint } = await branch.openPair();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  link.connection.close();
  await vi.waitFor(() => expect(hub.listener.connected()).toEqual([]), soon);
  expect(link.states).toEqual(['connected']);
  expect(await link.connection.request('ticket.issue', null, timeoutMs)).toMatchObject({ ok: false });
  expect(hub.asked).toEqual([]);
});
