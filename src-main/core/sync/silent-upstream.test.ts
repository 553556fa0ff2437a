import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyHead } from '../../../src-shared/ledger/chain.ts';
import { connectCrm } from '../../adapters/crm-http.ts';
import { makeCore, type TestCore } from '../../testing/make-core.ts';
import { anApplication, setUp } from '../../testing/workplace.ts';

const admin = { window: 'admin' };
/** Far below the time limits of the calls, far above what an end takes. */
const quickMillis = 3_000;

let counter: TestCore;
let server: ReturnType<typeof createServer>;
let isSilent: (asked: string) => boolean;

/** Knows nothing of any log, takes nothing in, and says no word where it is told to be silent. */
beforeEach(async () => {
  isSilent = () => false;
  server = createServer((request, reply) => {
    const asked = `${request.method} ${request.url}`;
    if (isSilent(asked)) return void server.emit('silent');
    const log = /logs\/([^/]+)\/head/.exec(asked)?.[1];
    request.resume();
    reply.writeHead(log === undefined ? 503 : 200, { 'content-type': 'application/json' });
    reply.end(JSON.stringify(log === undefined ? {} : emptyHead(log)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  counter = await makeCore({ connectUpstream: (target) => connectCrm(target) });
  await setUp(counter);
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await counter.remove();
});

async function configure(apiKey: string): Promise<void> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  await counter.ok('crm.configure', { url: `http://127.0.0.1:${address.port}`, apiKey }, admin);
}

async function millisToStop(): Promise<number> {
  const begun = performance.now();
  await counter.core.stop();
  return performance.now() - begun;
}

test.each(['/head', '/entries'])(
  'the core stops at once while a silent CRM is asked for %s, and what it did not confirm stays unsent',
  async (path) => {
    isSilent = (asked) => asked.includes(path);
    const isAsked = once(server, 'silent');
    await counter.ok('application.register', anApplication(), admin);
    counter.core.start();
    await configure('anahtar');
    await isAsked;
    const { crm } = await counter.ok('system.connection', {});
    expect(await millisToStop()).toBeLessThan(quickMillis);
    counter = await counter.reopen();
    expect((await counter.ok('system.connection', {})).crm.unsent).toBe(crm.unsent);
  },
);

test('a search at a silent CRM is answered when the core stops', async () => {
  isSilent = (asked) => asked.includes('/consumers');
  await configure('anahtar');
  const isAsked = once(server, 'silent');
  const search = counter.call('consumer.findInCrm', { text: 'Işık' }, admin);
  await isAsked;
  expect(await millisToStop()).toBeLessThan(quickMillis);
  expect(await search).toMatchObject({ ok: false, error: { code: 'crm_unreachable' } });
});

test('new settings are tried at once, whatever an exchange with the old ones waits for', async () => {
  isSilent = () => true;
  const isAsked = once(server, 'silent');
  counter.core.start();
  await configure('anahtar');
  await isAsked;
  isSilent = (asked) => asked.includes('/entries');
  const isPushed = once(server, 'silent');
  const begun = performance.now();
  await configure('yeni-anahtar');
  await isPushed;
  expect(performance.now() - begun).toBeLessThan(quickMillis);
});

test('a machine that wakes up tries at once what would have waited', async () => {
  const requests: string[] = [];
  isSilent = (asked) => {
    requests.push(asked);
    return false;
  };
  await counter.ok('application.register', anApplication(), admin);
  counter.core.start();
  await configure('anahtar');
  const state = async () => (await counter.ok('system.connection', {})).crm.state;
  await expect.poll(state).toBe('offline');
  // The clock stands still, so nothing is tried again by itself.
  const before = requests.length;
  counter.core.wake();
  await expect.poll(() => requests.length).toBeGreaterThan(before);
});
