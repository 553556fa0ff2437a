import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Branch, openBranch, type Pc } from '../../testing/lan/branch.ts';
import { endService, startService } from '../child-service.ts';
import { ownIdentity } from './identity.ts';
import { heartbeatMs, silentBeats } from './limits.ts';

const script = fileURLToPath(new URL('../../testing/lan/pc-process.ts', import.meta.url));
const soon = { timeout: 20_000, interval: 10 };
/** The last sign of life may have come right before a beat or right after one, and a busy machine is late. */
const silence = { least: (silentBeats - 1) * heartbeatMs, most: (silentBeats + 1) * heartbeatMs + 500 };

let branch: Branch;
let here: Pc;
let dir = '';
beforeEach(async () => {
  branch = await openBranch();
  here = await branch.addPc();
  dir = mkdtempSync(join(tmpdir(), 'banko-lan-process-'));
  branch.cleanUp(() => rmSync(dir, { recursive: true, force: true }));
});
afterEach(() => branch.close());

/** A PC in a process of its own that trusts this one. */
async function start<T>(line: z.ZodType<T>, ...flags: readonly string[]) {
  const identityFile = join(dir, 'other.pem');
  const { fingerprint } = await ownIdentity(identityFile);
  const { child, ready } = await startService({
    script,
    flags: ['--identity', identityFile, '--peer', here.identity.fingerprint, ...flags],
    readyWithinMs: 20_000,
    parseReady: (text) => line.safeParse(JSON.parse(text)).data,
  });
  branch.cleanUp(async () => {
    child.kill('SIGCONT');
    await endService(child);
  });
  return { child, ready, fingerprint };
}

async function hubElsewhere() {
  const { child, ready, fingerprint } = await start(z.object({ port: z.number() }));
  return { child, fingerprint, address: { host: '127.0.0.1', port: ready.port } };
}

async function clientElsewhere(port: number) {
  const { child, fingerprint } = await start(z.object({ state: z.string() }), '--hub', String(port));
  return { child, fingerprint, states: statesOf(child) };
}

function statesOf(child: ChildProcess): string[] {
  const states: string[] = [];
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) =>
      states.push(z.object({ state: z.string() }).parse(JSON.parse(line)).state),
    );
  return states;
}

async function timeUntil(check: () => void): Promise<number> {
  const startedAt = performance.now();
  await vi.waitFor(check, soon);
  return performance.now() - startedAt;
}

test('two processes talk to each other', async () => {
  const { child, fingerprint, address } = await hubElsewhere();
  const link = branch.connect(here, { fingerprint, addresses: [address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  expect(await link.connection.request('ticket.callNext', { desk: 'B1' }, 5_000)).toEqual({
    ok: true,
    value: { pid: child.pid, path: 'ticket.callNext', body: { desk: 'B1' } },
  });
});

test('a hub that is killed in the middle of a request is unreachable at once', async () => {
  const { child, fingerprint, address } = await hubElsewhere();
  const link = branch.connect(here, { fingerprint, addresses: [address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  child.kill('SIGSTOP');
  const asked = link.connection.request('ticket.callNext', null, 60_000);
  child.kill('SIGKILL');
  expect(await asked).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  expect(link.states).toEqual(['connected', 'unreachable']);
});

test('a hub that stands still is noticed within some seconds, and taken again when it goes on', async () => {
  const { child, fingerprint, address } = await hubElsewhere();
  const link = branch.connect(here, { fingerprint, addresses: [address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  child.kill('SIGSTOP');
  const asked = link.connection.request('ticket.callNext', null, 60_000);
  const noticed = await timeUntil(() => expect(link.states).toEqual(['connected', 'unreachable']));
  expect(noticed).toBeGreaterThan(silence.least);
  expect(noticed).toBeLessThan(silence.most);
  expect(await asked).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  child.kill('SIGCONT');
  await vi.waitFor(() => expect(link.states.at(-1)).toBe('connected'), soon);
});

test('a PC that stands still is noticed by the hub within some seconds, and comes back when it goes on', async () => {
  const hub = await branch.openHub(here, { isTrusted: () => true });
  const { child, fingerprint, states } = await clientElsewhere(hub.address.port);
  await vi.waitFor(() => expect(hub.listener.connected()).toEqual([fingerprint]), soon);
  child.kill('SIGSTOP');
  const noticed = await timeUntil(() => expect(hub.listener.connected()).toEqual([]));
  expect(noticed).toBeGreaterThan(silence.least);
  expect(noticed).toBeLessThan(silence.most);
  child.kill('SIGCONT');
  await vi.waitFor(() => expect(hub.listener.connected()).toEqual([fingerprint]), soon);
  await vi.waitFor(() => expect(states).toEqual(['unreachable', 'connected']), soon);
});
