import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, sent, type TestCore } from '../../../testing/make-core.ts';
import { a4Printer, labelPrinter, linesIn, slipPrinterAt, textsOf } from '../../../testing/print/printers.ts';
import { withStore } from '../../../testing/store.ts';
import { adminSecrets, anApplication, setUp } from '../../../testing/workplace.ts';
import type { PrintOutcome, QueueJobFate } from '../../ports.ts';

let counter: TestCore;
let outcome: PrintOutcome;
let fate: QueueJobFate;
const admin = { window: 'admin' };
/** The first sheet loads what draws it. */
const patience = { timeout: 20_000 };
const slip = { role: 'slip', printer: slipPrinterAt('yazici.yerel') } as const;
const slipQueue = {
  role: 'slip',
  printer: { ...slip.printer, connection: { kind: 'queue', name: 'Fis' } },
} as const;
const label = { role: 'label', printer: labelPrinter } as const;
const a4 = { role: 'a4', printer: a4Printer } as const;
const inQueue: PrintOutcome = { ok: true, isConfirmed: false, note: '', queueJob: '17' };

beforeEach(async () => {
  outcome = sent;
  fate = { state: 'waiting', trouble: null };
  counter = await makeCore({ print: () => outcome, follow: async () => fate });
  await setUp(counter);
});
afterEach(() => counter.remove());

const configure = (printer: typeof slip | typeof slipQueue | typeof label | typeof a4) =>
  counter.ok('printer.configure', { change: printer }, admin);
const issue = () => counter.ok('ticket.issue', { categoryCode: 'general', priority: false }, admin);
const register = () => counter.ok('application.register', anApplication(), admin);
const jobs = async () => (await counter.ok('print.jobs', {}, admin)).jobs;
const states = async () => (await jobs()).map(({ document, state, reason }) => ({ document, state, reason }));
const standing = async () => (await counter.ok('system.connection', {})).printer;

describe('which document comes out of which printer', () => {
  test('a slip of the slip printer, a label of the label printer, a sheet of the one for A4', async () => {
    for (const printer of [slip, label, a4]) await configure(printer);
    counter.core.start();
    await issue();
    const { applicationId, applicationNo, trackingCode } = await register();
    await counter.ok('application.printLabel', { applicationId }, admin);
    const sheet = { document: 'application_receipt_a4', applicationId } as const;
    await counter.ok('document.print', { sheet }, admin);
    await expect.poll(() => counter.printed.length, patience).toBe(4);
    expect(counter.printed.map(({ printer, content }) => `${printer.role} ${content.kind}`).sort()).toEqual([
      'a4 pdf',
      'label lines',
      'slip lines',
      'slip lines',
    ]);
    const onLabel = counter.printed.find(({ printer }) => printer.role === 'label');
    const texts = textsOf(linesIn(onLabel?.content));
    expect(texts).toEqual([
      'OEDAŞ · Eskişehir Merkez',
      applicationNo,
      trackingCode,
      expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/),
      expect.stringContaining('10.03.2026 · '),
    ]);
    expect(texts.join(' ')).not.toMatch(/Ayşe|Işık|532|10000000146|Mahallede|Vişnelik/);
    const onSheet = counter.printed.find(({ printer }) => printer.role === 'a4')?.content;
    expect(onSheet).toMatchObject({ kind: 'pdf', title: 'Başvuru Alındı Belgesi (A4)' });
  });

  test('a sheet waits for its printer without holding up the slips behind it', async () => {
    await configure(slip);
    counter.core.start();
    const { applicationId } = await register();
    await counter.ok('document.print', { sheet: { document: 'contact_form', applicationId } }, admin);
    await issue();
    await expect.poll(() => counter.printed.length, patience).toBe(2);
    const form = (await jobs()).find(({ document }) => document === 'contact_form');
    expect(form?.state).toBe('queued');
    expect(await standing()).toMatchObject({ waiting: 0, trouble: null });
    const preview = await counter.ok('print.preview', { jobId: form?.jobId ?? '' }, admin);
    expect(preview).toMatchObject({ lines: [], hasPrinter: false });
    await configure(a4);
    await expect.poll(() => counter.printed.length, patience).toBe(3);
  });

  test('a slip comes out as a label where there is only a printer for labels', async () => {
    await configure(label);
    counter.core.start();
    await issue();
    await expect.poll(() => counter.printed.map(({ printer }) => printer.role), patience).toEqual(['label']);
  });

  test('a second label of a file is marked as a copy and counted', async () => {
    await configure(label);
    counter.core.start();
    const { applicationId } = await register();
    for (const _ of [1, 2]) await counter.ok('application.printLabel', { applicationId }, admin);
    await expect.poll(() => counter.printed.length, patience).toBe(2);
    expect(counter.printed.map(({ content }) => textsOf(linesIn(content))[0])).toEqual([
      'OEDAŞ · Eskişehir Merkez',
      'OEDAŞ · Eskişehir Merkez · KOPYA',
    ]);
  });
});

test('the printer of a store from before there were three kinds goes on printing', async () => {
  const before = { kind: 'network', host: 'eski.yerel', port: 9101, codePage: 'WPC1254' };
  await withStore(counter, ({ raw }) =>
    raw
      .prepare('insert into local_settings (key, value) values (?, ?)')
      .run('printer', JSON.stringify(before)),
  );
  counter = await counter.reopen();
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, admin);
  const kept = {
    connection: { kind: 'network', host: 'eski.yerel', port: 9101 },
    ...{ lettering: 'WPC1254', headDots: 512, cut: 'partial', buzzer: 'none' },
  };
  expect(await counter.ok('printer.get', {}, admin)).toEqual({ slip: kept, label: null, a4: null });
  await configure(a4);
  expect(await counter.ok('printer.get', {}, admin)).toEqual({ slip: kept, label: null, a4: a4Printer });
  counter.core.start();
  await issue();
  await expect
    .poll(() => counter.printed.map(({ printer }) => printer), patience)
    .toEqual([{ role: 'slip', ...kept }]);
});

describe('what becomes of a paper that was sent', () => {
  test('a printer that says that it printed confirms it, and its note is kept', async () => {
    outcome = { ...sent, isConfirmed: true, note: 'Yazıcının kâğıdı azaldı.' };
    await configure(slip);
    counter.core.start();
    await issue();
    const confirmed = { document: 'queue_ticket', state: 'confirmed', reason: 'Yazıcının kâğıdı azaldı.' };
    await expect.poll(states, patience).toEqual([confirmed]);
  });

  test('a person says whether it came out: what did not is tried again as the same paper', async () => {
    await configure(slip);
    counter.core.start();
    const { printJobId: jobId } = await issue();
    const stateIs = (state: string) =>
      expect.poll(async () => (await jobs()).map((job) => job.state), patience).toEqual([state]);
    await stateIs('sent');
    await counter.ok('print.confirm', { jobId, cameOut: false }, admin);
    expect(await jobs()).toMatchObject([{ state: 'failed', reason: expect.stringContaining('çıkmadığını') }]);
    expect(await standing()).toMatchObject({ trouble: expect.stringContaining('1 belge') });
    await counter.ok('print.retry', { jobId }, admin);
    await stateIs('sent');
    await counter.ok('print.confirm', { jobId, cameOut: true }, admin);
    expect(await jobs()).toMatchObject([{ jobId, state: 'confirmed', copyNo: 1 }]);
    expect(await counter.call('print.confirm', { jobId, cameOut: false }, admin)).toMatchObject({
      error: { code: 'wrong_state' },
    });
    expect(counter.printed.map(({ content }) => textsOf(linesIn(content)).includes('KOPYA'))).toEqual([
      false,
      false,
    ]);
  });

  test('a queue that stands still is said until it goes on, and then it confirms the paper', async () => {
    outcome = inQueue;
    fate = { state: 'waiting', trouble: 'Yazıcıda kâğıt bitti.' };
    await configure(slipQueue);
    counter.core.start();
    await issue();
    const first = async () => (await states())[0];
    await expect.poll(first, patience).toMatchObject({ state: 'sent', reason: 'Yazıcıda kâğıt bitti.' });
    expect(await standing()).toEqual({ isConfigured: true, waiting: 1, trouble: 'Yazıcıda kâğıt bitti.' });

    fate = { state: 'confirmed' };
    await counter.clock.advance(2_000);
    await expect.poll(first, patience).toMatchObject({ state: 'confirmed', reason: '' });
    expect(await standing()).toEqual({ isConfigured: true, waiting: 0, trouble: null });
  });

  test('a job that was deleted from its queue has failed, also when that was found out after a start', async () => {
    outcome = inQueue;
    await configure(slipQueue);
    counter.core.start();
    await issue();
    await expect.poll(async () => (await standing()).waiting, patience).toBe(1);
    await expect.poll(async () => (await states())[0]?.state, patience).toBe('sent');
    fate = { state: 'failed', reason: 'İş yazıcı kuyruğundan silindi.' };
    counter = await counter.reopen();
    const { username, password } = adminSecrets;
    await counter.ok('session.signIn', { username, password }, admin);
    counter.core.start();
    await expect
      .poll(async () => (await states())[0], patience)
      .toMatchObject({ state: 'failed', reason: 'İş yazıcı kuyruğundan silindi.' });
  });

  test('what the system has forgotten stays sent and is asked for no more', async () => {
    outcome = inQueue;
    fate = { state: 'unknown' };
    await configure(slipQueue);
    counter.core.start();
    await issue();
    await expect.poll(async () => (await states())[0]?.state, patience).toBe('sent');
    await expect.poll(async () => (await standing()).waiting, patience).toBe(0);
    expect((await states())[0]).toEqual({ document: 'queue_ticket', state: 'sent', reason: '' });
  });
});

test('each printer is tried with a page of its own, and one that is not there is said', async () => {
  for (const printer of [slip, label, a4]) {
    expect(await counter.call('printer.test', { role: printer.role }, admin)).toMatchObject({
      error: { code: 'no_printer' },
    });
    await configure(printer);
    await counter.ok('printer.test', { role: printer.role }, admin);
  }
  await counter.ok('printer.testLetterings', {}, admin);
  expect(counter.printed.map(({ printer, content }) => [printer.role, content.kind])).toEqual([
    ['slip', 'lines'],
    ['label', 'lines'],
    ['a4', 'pdf'],
    ['slip', 'letterings'],
  ]);
  expect(await counter.call('printer.resume', { role: 'slip' }, admin)).toMatchObject({
    error: { code: 'no_printer' },
  });
  await counter.ok('printer.resume', { role: 'a4' }, admin);
});
