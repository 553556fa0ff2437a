import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../testing/free-port.ts';
import type { TestCore } from '../../testing/make-core.ts';
import { at, openQueueBranch } from '../../testing/queue-branch.ts';
import { addScreen } from '../../testing/screens.ts';
import { openScreensHost, type ScreensHost } from './screens-host.ts';

let counter: TestCore;
let host: ScreensHost;
beforeEach(async () => {
  counter = await openQueueBranch();
  const { core, ports, clock } = counter;
  host = openScreensHost({
    ...{ core, log: ports.log, now: clock.now, screensDir: tmpdir() },
    makeReference: () => 'reference',
  });
});
afterEach(async () => {
  await host.stop();
  await counter.remove();
});

const set = (isOn: boolean, port: number) =>
  counter.ok('screen.setServer', { isOn, port, host: null }, at.admin);
const address = () => counter.ok('screen.address', {}, at.admin);
const untilState = (state: string) => expect.poll(async () => (await address()).state).toBe(state);

/** A port that somebody has. */
async function takePort() {
  const server = createServer().listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const free = async () => {
    server.close();
    await once(server, 'close');
  };
  return { port, free };
}

test('nothing listens until an administrator wants it, and no longer than that', async () => {
  const port = await freePort();
  await expect(fetch(`http://127.0.0.1:${port}/kiosk`)).rejects.toThrow();
  await set(true, port);
  await untilState('listening');
  const { token } = await addScreen(counter, 'kiosk', 'Giriş');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const reply = await fetch(`http://127.0.0.1:${port}/rpc/kiosk.state`, {
    method: 'POST',
    headers,
    body: '{}',
  });
  expect(await reply.json()).toMatchObject({ ok: true, value: { branchName: 'Eskişehir Merkez' } });
  // Not built here, which a person is told.
  expect((await fetch(`http://127.0.0.1:${port}/kiosk`)).status).toBe(503);

  await set(false, port);
  await untilState('off');
  await expect(fetch(`http://127.0.0.1:${port}/kiosk`)).rejects.toThrow();
});

test('a port that somebody else has is said in words, and another one helps', async () => {
  const taken = await takePort();
  await set(true, taken.port);
  await untilState('failed');
  expect((await address()).trouble).toContain(
    `${taken.port} numaralı bağlantı noktası (port) başka bir program`,
  );
  await set(true, await freePort());
  await untilState('listening');
  await taken.free();
});
