import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, percentile, print } from './figure.ts';
import { type BenchHost, hostScript, startHost } from './host-process.ts';
import { openSink, type Sink, writePlainly } from './printer-sink.ts';

const tickets = 100;
/** The first ones compile the way there, and find out whether the printer answers. */
const warmUp = 10;

/** From the call that takes a number at the web host to the last byte of its slip at the printer's socket. */
export async function benchTicketPaper(isBuilt: boolean): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'banko-bench-'));
  const host = await startHost(hostScript(isBuilt), dataDir);
  const silent = await openSink(false);
  const answering = await openSink(true);
  try {
    const password = 'yonetici-parolasi';
    await host.call('system.setUp', {
      branch: { code: '26', name: 'Merkez' },
      desk: { code: 'B1', name: 'Banko 1' },
      workstationNo: 1,
      administrator: { username: 'yonetici', password, displayName: 'Deniz Yönetici', pin: '9999' },
    });
    await host.call('session.signIn', { username: 'yonetici', password });
    for (const [name, sink] of [
      ['ticket.paper', answering],
      ['ticket.paper.silent', silent],
    ] as const) {
      const { millis, bytes } = await measure(host, sink);
      const plain: number[] = [];
      for (let index = 0; index < tickets; index += 1) plain.push(await writePlainly(silent, bytes));
      print({
        name,
        ...{ value: percentile(millis, 0.99), unit: 'ms', n: millis.length },
        ...{ p50: median(millis), p99: percentile(millis, 0.99) },
        ...{ baseline: percentile(plain, 0.99), baselineName: 'a socket that writes as many bytes' },
        ...{ baselineP50: median(plain), baselineP99: percentile(plain, 0.99) },
        ...{ target: 50, targetOf: 'value' },
        note:
          sink === answering
            ? 'to a printer that is asked how it is first, and answers'
            : 'to a printer that is known not to answer',
      });
    }
  } finally {
    await host.stop();
    silent.close();
    answering.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(host: BenchHost, { port, nextJob }: Sink) {
  await host.call('printer.configure', {
    change: {
      role: 'slip',
      printer: {
        connection: { kind: 'network', host: '127.0.0.1', port },
        ...{ lettering: 'PC857', headDots: 576, cut: 'partial', buzzer: 'none' },
      },
    },
  });
  const millis: number[] = [];
  let bytes = 0;
  for (let index = 0; index < warmUp + tickets; index += 1) {
    const job = nextJob();
    const from = performance.now();
    await host.call('ticket.issue', { categoryCode: 'general', priority: false });
    const arrived = await job;
    if (index >= warmUp) millis.push(arrived.at - from);
    bytes = arrived.bytes;
  }
  return { millis, bytes };
}
