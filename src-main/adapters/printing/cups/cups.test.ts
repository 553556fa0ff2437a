import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Logo } from '../../../../src-shared/rules/logo.ts';
import { hasReaders, readPdf } from '../../../testing/paper/poppler.ts';
import { hasCups, type IppPrinter, type PrivateCups, startCups } from '../../../testing/print/cups.ts';
import { createPapers } from '../../paper/create-papers.ts';
import type { SystemQueues } from '../system-queues.ts';
import { createCupsQueues } from './cups-queues.ts';
import { findCups } from './cups-server.ts';

const patience = { timeout: 30_000 };

test('CUPS is looked for where its own programs look', () => {
  expect(findCups('/run/cups/cups.sock')).toEqual({ socketPath: '/run/cups/cups.sock' });
  expect(findCups('yazdir.yerel:6310')).toEqual({ host: 'yazdir.yerel', port: 6310 });
  expect(findCups('yazdir.yerel')).toEqual({ host: 'yazdir.yerel', port: 631 });
});

test('without CUPS the reason is said, and nothing is found', async () => {
  const queues = createCupsQueues(() => ({ socketPath: '/nowhere/cups.sock' }));
  const reason = expect.stringContaining('(CUPS) yanıt vermiyor');
  expect(await queues.print('Fis', { title: 'Banko', format: 'raw', bytes: new Uint8Array(1) })).toEqual({
    ok: false,
    reason,
  });
  expect(await queues.list()).toEqual({ queues: [], queuesTrouble: reason });
  expect(await queues.follow('Fis', '1')).toEqual({ state: 'waiting', trouble: reason });
});

if (hasCups() && hasReaders()) describe('a CUPS of its own', withCups);
else
  process.stderr.write(
    'No CUPS is printed on: it takes root, and cups, cups-filters, cups-ipp-utils, dbus-daemon and poppler-utils.\n',
  );

function withCups(): void {
  let cups: PrivateCups;
  let queues: SystemQueues;
  let sheets: IppPrinter;
  let sink: Server;
  const taken: Buffer[] = [];

  beforeAll(async () => {
    cups = await startCups();
    queues = createCupsQueues(() => ({ socketPath: cups.socketPath }));
    sink = createServer((socket) => {
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.on('end', () => taken.push(Buffer.concat(chunks)));
    }).listen(0, '127.0.0.1');
    await once(sink, 'listening');
    cups.addRawQueue('Fis', (sink.address() as AddressInfo).port);
    sheets = await cups.addIppPrinter('Ofis');
  }, 60_000);
  afterAll(async () => {
    sink.close();
    await cups.stop();
  });

  const printRaw = async (bytes: Uint8Array) => {
    const outcome = await queues.print('Fis', { title: 'Banko', format: 'raw', bytes });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.queueJob ?? '';
  };
  const printSheet = async () => {
    const text = 'ğüşıöç ĞÜŞİÖÇ ₺';
    const sections = [{ heading: 'Harfler', rows: [{ kind: 'words', text }] } as const];
    const code = { number: '26-2026-0100001', trackingCode: 'K7QX-2M9A-BCDE', barcode: 'K7QX2M9ABCDE' };
    const logo = { kind: 'drawn', width: 1, height: 1, shapes: [] } satisfies Logo;
    const head = { kind: 'form', logo, name: 'OEDAŞ', place: 'Merkez', lines: [], footer: '' } as const;
    const paper = { title: 'Deneme', head, mark: null, code, sections, signatures: [] };
    const bytes = await createPapers().pdf(paper);
    const outcome = await queues.print('Ofis', { title: 'Deneme', format: 'pdf', bytes });
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.queueJob ?? '';
  };
  const fate = (queue: string, job: string) => () => queues.follow(queue, job);

  test('tells its queues', async () => {
    const ready = { isDefault: false, trouble: null, isStopped: false };
    expect(await queues.list()).toEqual({
      queues: [
        { name: 'Fis', ...ready },
        { name: 'Ofis', ...ready },
      ],
      queuesTrouble: null,
    });
  });

  test('hands raw bytes to the printer as they are, and confirms them', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const job = await printRaw(bytes);
    await expect.poll(fate('Fis', job), patience).toEqual({ state: 'confirmed' });
    expect(taken.map((paper) => [...paper])).toEqual([[...bytes]]);
  });

  test('says of a queue that was stopped that it was, and of its job what became of it when it goes on', async () => {
    cups.disable('Fis');
    const job = await printRaw(Buffer.from('A101'));
    const stopped = expect.stringContaining('kuyruğu durdurulmuş');
    expect(await queues.follow('Fis', job)).toEqual({ state: 'waiting', trouble: stopped });
    expect((await queues.list()).queues[0]).toMatchObject({ trouble: stopped, isStopped: true });
    expect(await queues.resume('Fis')).toEqual({ ok: true });
    await expect.poll(fate('Fis', job), patience).toEqual({ state: 'confirmed' });
    expect(taken.at(-1)?.toString()).toBe('A101');
  });

  test('says of a job that somebody deleted that it will not come', async () => {
    cups.disable('Fis');
    const job = await printRaw(Buffer.from('A102'));
    cups.cancelAll('Fis');
    expect(await queues.follow('Fis', job)).toEqual({
      state: 'failed',
      reason: 'İş yazıcı kuyruğundan silindi.',
    });
    expect(await queues.follow('Fis', '99999')).toEqual({ state: 'unknown' });
    await queues.resume('Fis');
  });

  test('does not take a job for a queue that is not there', async () => {
    const bytes = new Uint8Array(1);
    expect(await queues.print('Yok', { title: 'Banko', format: 'raw', bytes })).toEqual({
      ok: false,
      reason: expect.stringContaining('yazıcı kuyruğu yok'),
    });
    expect(await queues.resume('Yok')).toMatchObject({ ok: false });
  });

  test('waits for paper on a sheet, says so, and confirms it when the printer has printed it', async () => {
    sheets.setPaper(false);
    const job = await printSheet();
    const noPaper = { state: 'waiting', trouble: expect.stringContaining('kâğıt bitti') };
    await expect.poll(fate('Ofis', job), patience).toEqual(noPaper);
    expect(sheets.papers()).toEqual([]);
    sheets.setPaper(true);
    await expect.poll(fate('Ofis', job), patience).toEqual({ state: 'confirmed' });
    const [sheet] = sheets.papers();
    const { text, barcodes, pages } = readPdf(sheet ?? new Uint8Array());
    expect({ barcodes, pages }).toEqual({ barcodes: ['K7QX2M9ABCDE'], pages: 1 });
    expect(text).toContain('ğüşıöç ĞÜŞİÖÇ ₺');
  });
}
