import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Branch, openBranch } from '../../testing/lan/branch.ts';
import { openLine } from '../../testing/lan/line.ts';
import { heartbeatMs, silentBeats } from './limits.ts';

const soon = { timeout: 20_000, interval: 10 };
/** The last sign of life may have come right before a beat or right after one, and a busy machine is late. */
const silence = { least: (silentBeats - 1) * heartbeatMs, most: (silentBeats + 1) * heartbeatMs + 500 };

let branch: Branch;
beforeEach(async () => {
  branch = await openBranch();
});
afterEach(() => branch.close());

async function timeUntil(check: () => void): Promise<number> {
  const startedAt = performance.now();
  await vi.waitFor(check, soon);
  return performance.now() - startedAt;
}

test('a cable that is pulled is noticed by both sides within some seconds', async () => {
  const { hub, client, fingerprint } = await branch.openPair();
  const line = await openLine(hub.address);
  branch.cleanUp(line.close);
  const link = branch.connect(client, { fingerprint, addresses: [line.address] });
  await vi.waitFor(() => expect(hub.listener.connected()).toHaveLength(1), soon);
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  line.freeze();
  const noticed = await Promise.all([
    timeUntil(() => expect(link.states).toEqual(['connected', 'unreachable'])),
    timeUntil(() => expect(hub.listener.connected()).toEqual([])),
  ]);
  for (const millis of noticed) {
    expect(millis).toBeGreaterThan(silence.least);
    expect(millis).toBeLessThan(silence.most);
  }
});

test('PCs that stood still for a while, asleep or busy, do not take each other for dead', async () => {
  const { hub, client, fingerprint } = await branch.openPair();
  const link = branch.connect(client, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  // Holds up this whole process, both of them.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, silence.most);
  expect(await link.connection.request('ticket.callNext', 1, 60_000)).toEqual({ ok: true, value: 1 });
  expect(link.states).toEqual(['connected']);
});
