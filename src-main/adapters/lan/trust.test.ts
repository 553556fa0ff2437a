import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
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

test('a man in the middle between two PCs that trust each other is refused by both', async () => {
  const { hub, client, fingerprint } = await branch.openPair();
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
  const { hub, client, fingerprint } = await branch.openPair();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  hub.trusted.delete(client.identity.fingerprint);
  hub.listener.disconnect(client.identity.fingerprint);
  await vi.waitFor(() => expect(link.states).toEqual(['connected', 'unreachable', 'not_trusted']), soon);
  expect(hub.listener.connected()).toEqual([]);
});

test('after its trust is withdrawn nothing of a PC is carried out, also before it is cut off', async () => {
  const { hub, client, fingerprint } = await branch.openPair();
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
  const { hub, client, fingerprint } = await branch.openPair();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  hub.trusted.delete(client.identity.fingerprint);
  hub.listener.tell(hub.listener.connected(), 'secret');
  await vi.waitFor(() => expect(link.states).toContain('not_trusted'), soon);
  expect(link.messages).toEqual([]);
});

test('a PC that is trusted later comes in by itself', async () => {
  const { hub, fingerprint } = await branch.openPair();
  const newcomer = await branch.addPc();
  const link = branch.connect(newcomer, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['not_trusted']), soon);
  hub.trusted.add(newcomer.identity.fingerprint);
  await vi.waitFor(() => expect(link.states).toEqual(['not_trusted', 'connected']), soon);
});

test('TLS bytes that were recorded on the way and are played again are refused', async () => {
  const { hub, client, fingerprint } = await branch.openPair();
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
