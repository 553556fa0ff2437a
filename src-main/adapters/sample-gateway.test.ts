import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from './log.ts';
import { createSampleGateway, type SampleGatewayProcess } from './sample-gateway.ts';

const script = join(import.meta.dirname, '..', '..', 'src-crm', 'main.ts');
const log = createLog({ write: () => undefined });
const patience = { timeout: 60_000, interval: 50 };

let dataDir = '';
let gateways: SampleGatewayProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'banko-sample-'));
});
afterEach(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  gateways = [];
  rmSync(dataDir, { recursive: true, force: true });
});

function make(): SampleGatewayProcess {
  const gateway = createSampleGateway({ script, dataDir, log });
  gateways.push(gateway);
  return gateway;
}

async function health(url: string): Promise<number | undefined> {
  return fetch(`${url}/health`).then(
    (reply) => reply.status,
    () => undefined,
  );
}

test('the gateway keeps its address and its key over a restart of Banko, and ends with it', async () => {
  const first = make();
  const target = await first.start('26');
  expect(await health(target.url)).toBe(200);
  expect(await first.start('26')).toEqual(target);
  await first.stop();
  expect(await health(target.url)).toBeUndefined();
  expect(await make().start('26')).toEqual(target);
});

test('a gateway that died is started again at the same address', async () => {
  const gateway = make();
  const { url } = await gateway.start('26');
  const pid = gateway.ready()?.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  await vi.waitUntil(() => ![undefined, pid].includes(gateway.ready()?.pid), patience);
  expect(gateway.ready()?.url).toBe(url);
  expect(await health(url)).toBe(200);
});

test('a Banko that was killed takes its gateway with it', async () => {
  const program = join(dataDir, 'banko.ts');
  const module = join(import.meta.dirname, 'sample-gateway.ts');
  writeFileSync(
    program,
    `const { createSampleGateway } = await import(${JSON.stringify(module)});
     const log = { info() {}, warn() {}, error() {} };
     const options = { script: ${JSON.stringify(script)}, dataDir: ${JSON.stringify(dataDir)}, log };
     console.log((await createSampleGateway(options).start('26')).url);`,
  );
  const banko = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) => {
    banko.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
  });
  expect(await health(url)).toBe(200);
  banko.kill('SIGKILL');
  await vi.waitUntil(async () => (await health(url)) === undefined, patience);
});

test('a program that is no gateway is reported, not waited for', async () => {
  const broken = join(dataDir, 'broken.mjs');
  writeFileSync(broken, 'console.error("bozuk"); process.exit(3);');
  const gateway = createSampleGateway({ script: broken, dataDir, log });
  await expect(gateway.start('26')).rejects.toThrow(/did not start: bozuk/);
  await gateway.stop();
});
