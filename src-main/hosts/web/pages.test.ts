import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPorts } from '../../adapters/create-ports.ts';
import { createKeyFile } from '../../adapters/key-file.ts';
import { createLog } from '../../adapters/log.ts';
import { createSampleGateway } from '../../adapters/sample-gateway.ts';
import type { Core } from '../../core/core.ts';
import { createCore } from '../../core/create-core.ts';
import { openOneTimeDoor } from './one-time-door.ts';
import { createServer } from './server.ts';
import { makeDataDir } from './testing/spawn-web-host.ts';

const log = createLog({ write: () => undefined });
let folder = makeDataDir();
let core: Core;
let app: FastifyInstance | undefined;
beforeEach(async () => {
  folder = makeDataDir();
  const dataDir = join(folder.path, 'data');
  const sampleGateway = createSampleGateway({ script: '', dataDir, log });
  const secrets = createKeyFile(join(dataDir, 'store.key'));
  core = await createCore({
    dataDir,
    ports: createPorts({ log, secrets, sampleGateway, dataDir }),
    version: '0.0.0',
  });
});
afterEach(async () => {
  await app?.close();
  await core.stop();
  folder.remove();
});

async function serve(): Promise<{ url: string; doorPath: string }> {
  const door = openOneTimeDoor();
  const rendererDir = join(folder.path, 'renderer');
  app = await createServer({ core, log, token: 'secret-token', door, rendererDir, makeReference: () => 'r' });
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), doorPath: door.path };
}

function build(): void {
  mkdirSync(join(folder.path, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder.path, 'renderer', 'index.html'), '<!doctype html><p>Banko</p>');
  writeFileSync(join(folder.path, 'renderer', 'assets', 'main-abc123.js'), 'export {};');
  writeFileSync(join(folder.path, 'secret.txt'), 'not for anybody');
}

test('the page comes under a strict policy and is never kept', async () => {
  build();
  const { url } = await serve();
  const reply = await fetch(url);
  expect(await reply.text()).toContain('Banko');
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
});

test('assets are kept by the browser, because their names change with their content', async () => {
  build();
  const { url } = await serve();
  const reply = await fetch(`${url}/assets/main-abc123.js`);
  expect(reply.headers.get('content-type')).toMatch(/javascript/);
  expect(reply.headers.get('cache-control')).toContain('immutable');
});

test('what lies beside the screens is not served, and what is missing is a 404', async () => {
  build();
  const { url } = await serve();
  for (const path of [
    '/assets/none.js',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
  ]) {
    const reply = await fetch(url + path);
    expect([403, 404]).toContain(reply.status);
    expect(await reply.text()).not.toContain('not for anybody');
  }
});

test('screens that were not built are told by the page itself', async () => {
  const { url } = await serve();
  const reply = await fetch(url);
  expect(reply.status).toBe(503);
  expect(await reply.text()).toContain('npm run build');
});

test('the address that the browser is started with leads to the token once', async () => {
  build();
  const { url, doorPath } = await serve();
  const first = await fetch(url + doorPath, { redirect: 'manual' });
  expect([first.status, first.headers.get('location')]).toEqual([303, '/#token=secret-token']);
  expect((await fetch(url + doorPath, { redirect: 'manual' })).status).toBe(404);
  expect((await fetch(`${url}/open/guess`, { redirect: 'manual' })).status).toBe(404);
});
