import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, sent, type TestCore } from '../../../testing/make-core.ts';
import { linesIn, slipPrinterAt, textsOf } from '../../../testing/print/printers.ts';
import { adminSecrets, anApplication, comeBack, setUp } from '../../../testing/workplace.ts';
import type { PrintOutcome } from '../../ports.ts';

let counter: TestCore;
let outcome: () => PrintOutcome;
const admin = { window: 'admin' };
const minute = 60_000;
const printer = slipPrinterAt('yazici.yerel');

beforeEach(async () => {
  outcome = () => sent;
  counter = await makeCore({ print: () => outcome() });
  await setUp(counter);
});
afterEach(() => counter.remove());

/** Lets the pump print one paper, which is what a program that ends waits for; opens it again. */
async function afterPrinting(): Promise<void> {
  counter.core.start();
  counter = await counter.reopen();
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, admin);
}

const configure = () => counter.ok('printer.configure', { change: { role: 'slip', printer } }, admin);
const issue = () => counter.ok('ticket.issue', { categoryCode: 'general', priority: true }, admin);
const jobs = async () => (await counter.ok('print.jobs', {}, admin)).jobs;
const printedTexts = () => counter.printed.map(({ content }) => textsOf(linesIn(content)));

const ticketTexts = [
  'OEDAŞ',
  'Eskişehir Merkez',
  'A101',
  'Genel başvuru',
  'Öncelikli',
  '10.03.2026 10:00',
  'Numaranız ekranda görününce yazan bankoya geliniz.',
];

test('a ticket comes out of the configured printer, with nothing on it that tells who waits', async () => {
  await configure();
  await issue();
  await afterPrinting();
  expect(counter.printed.map((print) => print.printer)).toEqual([{ role: 'slip', ...printer }]);
  expect(printedTexts()).toEqual([ticketTexts]);
  expect(await jobs()).toMatchObject([
    { subject: 'A101', document: 'queue_ticket', state: 'sent', copyNo: 1 },
  ]);
});

test('without a printer the screen shows the same lines, and says when it has shown them', async () => {
  const { printJobId } = await issue();
  await afterPrinting();
  const preview = await counter.ok('print.preview', { jobId: printJobId }, admin);
  expect(textsOf(preview.lines)).toEqual(ticketTexts);
  expect(preview.job.state).toBe('queued');
  await counter.ok('print.markShown', { jobId: printJobId }, admin);
  await counter.ok('print.markShown', { jobId: printJobId }, admin);
  expect(await jobs()).toMatchObject([{ state: 'shown' }]);
  await configure();
  await afterPrinting();
  expect(counter.printed).toEqual([]);
});

test('the receipt holds numbers, code and days, and no name, phone or description', async () => {
  const registered = await counter.ok('application.register', anApplication(), admin);
  const { lines } = await counter.ok('print.preview', { jobId: registered.printJobId ?? '' }, admin);
  const texts = textsOf(lines);
  expect(texts).toEqual(
    expect.arrayContaining([
      registered.applicationNo,
      registered.trackingCode,
      'Son sonuçlandırma günü: 01.04.2026',
    ]),
  );
  expect(lines).toContainEqual({ kind: 'barcode', value: registered.trackingCode });
  expect(texts.join(' ')).not.toMatch(/Ayşe|Işık|532|10000000146|Mahallede|Vişnelik/);
});

test('a print that failed is tried again as the same paper, not as a copy', async () => {
  outcome = () => ({ ok: false, reason: 'Yazıcıda kâğıt yok.' });
  await configure();
  const { printJobId } = await issue();
  await afterPrinting();
  expect(await jobs()).toMatchObject([{ jobId: printJobId, state: 'failed', reason: 'Yazıcıda kâğıt yok.' }]);
  expect(await counter.ok('system.connection', {})).toMatchObject({
    printer: { isConfigured: true, waiting: 1, trouble: expect.any(String) },
  });
  await afterPrinting();
  expect(await jobs()).toMatchObject([{ state: 'failed' }]);

  outcome = () => sent;
  await counter.ok('print.retry', { jobId: printJobId }, admin);
  await afterPrinting();
  expect(await jobs()).toMatchObject([{ jobId: printJobId, state: 'sent', reason: '', copyNo: 1 }]);
  expect(printedTexts()).toEqual([ticketTexts]);
});

test('paper that came out is printed again as a marked copy', async () => {
  await configure();
  const { ticket, printJobId } = await issue();
  await afterPrinting();
  await counter.ok('print.retry', { jobId: printJobId }, admin);
  await counter.ok('ticket.reprint', { ticketId: ticket.id }, admin);
  for (const _ of [1, 2]) await afterPrinting();
  expect((await jobs()).map((job) => job.copyNo).sort()).toEqual([1, 2, 3]);
  const [head = '', branch = '', ...rest] = ticketTexts;
  const copy = [head, branch, 'KOPYA', ...rest];
  expect(printedTexts()).toEqual([ticketTexts, copy, copy]);
});

test('a job that still waits is not doubled when it is tried again', async () => {
  const { printJobId } = await issue();
  await counter.ok('print.retry', { jobId: printJobId }, admin);
  expect(await jobs()).toMatchObject([{ jobId: printJobId, state: 'queued' }]);
});

test('jobs that waited for a printer come out in their order once there is one', async () => {
  for (const _ of [1, 2, 3]) await issue();
  await configure();
  for (const _ of [1, 2, 3]) await afterPrinting();
  expect(printedTexts().map((texts) => texts[2])).toEqual(['A101', 'A102', 'A103']);
});

test('what was asked for long before there was a printer is not printed by itself, only on request', async () => {
  const { printJobId } = await issue();
  counter.clock.advance(2 * minute);
  await issue();
  counter.clock.advance(9 * minute);
  await comeBack(counter, 'admin');
  await configure();
  for (const _ of [1, 2]) await afterPrinting();
  expect(printedTexts().map((texts) => texts[2])).toEqual(['A102']);
  expect(await jobs()).toMatchObject([
    { subject: 'A102', state: 'sent' },
    { subject: 'A101', state: 'failed', reason: expect.stringContaining('artık gerekli sayılmadı') },
  ]);
  expect(await counter.ok('system.connection', {})).toMatchObject({
    printer: { isConfigured: true, waiting: 0, trouble: null },
  });

  await counter.ok('print.retry', { jobId: printJobId }, admin);
  await afterPrinting();
  expect(printedTexts().at(-1)).toEqual(ticketTexts);
  expect((await jobs()).map(({ state, copyNo }) => ({ state, copyNo }))).toEqual(
    Array(2).fill({ state: 'sent', copyNo: 1 }),
  );
});

test('what the evening left in the queue does not come out in the morning', async () => {
  await configure();
  await issue();
  counter.clock.set('2026-03-11T06:00:00.000Z');
  await afterPrinting();
  expect(counter.printed).toEqual([]);
  expect(await jobs()).toMatchObject([{ subject: 'A101', state: 'failed' }]);
});

test('a print that was cut short is not repeated by itself, and repeated by a person it is a marked copy', async () => {
  outcome = () => {
    throw new Error('Cut short');
  };
  await configure();
  const { printJobId } = await issue();
  await afterPrinting();
  outcome = () => sent;
  await afterPrinting();
  const cutShort = {
    ...{ jobId: printJobId, state: 'failed', copyNo: 1 },
    reason: expect.stringContaining('kâğıt çıkmış olabilir'),
  };
  expect(counter.printed).toEqual([]);
  expect(await jobs()).toMatchObject([cutShort]);
  expect(await counter.ok('system.connection', {})).toMatchObject({
    printer: { waiting: 1, trouble: expect.any(String) },
  });

  await counter.ok('print.retry', { jobId: printJobId }, admin);
  await afterPrinting();
  expect(printedTexts()).toEqual([ticketTexts.toSpliced(2, 0, 'KOPYA')]);
  expect(await jobs()).toMatchObject([{ state: 'sent', reason: '', copyNo: 2 }, cutShort]);
  expect(await counter.ok('system.connection', {})).toMatchObject({
    printer: { waiting: 0, trouble: null },
  });
});

test('the test page says the reason at the field where it did not come out', async () => {
  expect(await counter.call('printer.test', { role: 'slip' }, admin)).toMatchObject({
    error: { code: 'no_printer' },
  });
  await configure();
  await counter.ok('printer.test', { role: 'slip' }, admin);
  expect(printedTexts()[0]).toContain('ğüşıöç ĞÜŞİÖÇ');
  outcome = () => ({ ok: false, reason: 'Yazıcı kapalı.' });
  expect(await counter.call('printer.test', { role: 'slip' }, admin)).toMatchObject({
    error: {
      code: 'printer_unreachable',
      fields: [{ path: 'printer.connection.host', message: 'Yazıcı kapalı.' }],
    },
  });
});

test('a job that does not exist is not found', async () => {
  for (const method of ['print.preview', 'print.markShown', 'print.retry'] as const)
    expect(await counter.call(method, { jobId: 'nobody' }, admin)).toMatchObject({
      error: { code: 'not_found' },
    });
  expect(await counter.call('ticket.reprint', { ticketId: 'nobody' }, admin)).toMatchObject({
    error: { code: 'not_found' },
  });
});
