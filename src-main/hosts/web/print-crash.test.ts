import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { printJobSchema } from '../../../src-shared/contract/print.ts';
import { type HostProcess, startHost } from '../../testing/crash/web-host-process.ts';
import { slipPrinterAt } from '../../testing/print/printers.ts';
import { programOf } from './testing/program.ts';
import { makeDataDir } from './testing/spawn-web-host.ts';

const program = programOf('web-host');
const administrator = { username: 'yonetici', password: 'yonetici-parolasi' };
const patience = { timeout: 30_000 };

let folder: ReturnType<typeof makeDataDir>;
let printer: Server;
let papers: Buffer[];
let host: HostProcess;

beforeEach(async () => {
  folder = makeDataDir();
  papers = [];
  printer = await startPrinterThatKeepsTheLine(papers);
  host = await startHost(program, folder.path);
});
afterEach(async () => {
  await host.kill();
  printer.close();
  folder.remove();
});

/** Takes whole jobs but does not hang up, so that the host still waits for its word when the paper is out. */
async function startPrinterThatKeepsTheLine(out: Buffer[]): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const chunks: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => out.push(Buffer.concat(chunks)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function ok(method: string, input: object): Promise<unknown> {
  const answer = await host.call(method, crypto.randomUUID(), input);
  if (answer?.ok !== true) throw new Error(`${method}: ${JSON.stringify(answer)}`);
  return answer.value;
}

async function jobs() {
  return z.object({ jobs: z.array(printJobSchema) }).parse(await ok('print.jobs', {})).jobs;
}

async function states(): Promise<readonly string[]> {
  return (await jobs()).map((job) => `${job.subject}/${job.copyNo} ${job.state}`);
}

test('killed between the paper and its report, Banko does not print again by itself; a person gets a marked copy', async () => {
  await ok('system.setUp', {
    branch: { code: '26', name: 'Merkez' },
    desk: { code: 'B1', name: 'Banko 1' },
    workstationNo: 1,
    administrator: { ...administrator, displayName: 'Deniz Yönetici', pin: '9999' },
  });
  await ok('session.signIn', administrator);
  const address = printer.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await ok('printer.configure', {
    change: { role: 'slip', printer: slipPrinterAt('127.0.0.1', port) },
  });
  await ok('ticket.issue', { categoryCode: 'general', priority: false });
  await expect.poll(() => papers.length, patience).toBe(1);
  await host.kill();

  host = await startHost(program, folder.path);
  await ok('session.signIn', administrator);
  await expect.poll(states, patience).toEqual(['A101/1 failed']);
  const [cutShort] = await jobs();
  expect(cutShort?.reason).toContain('Banko bu belge yazdırılırken kapandı');

  await ok('print.retry', { jobId: cutShort?.jobId });
  await expect.poll(states, patience).toEqual(['A101/2 sent', 'A101/1 failed']);
  expect(papers.map((paper) => [paper.includes('A101'), paper.includes('KOPYA')])).toEqual([
    [true, false],
    [true, true],
  ]);
});
