import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../testing/make-core.ts';
import { slipPrinterAt } from '../testing/print/printers.ts';
import { createRecordingLog } from '../testing/recording-log.ts';
import { countEntries } from '../testing/store.ts';
import { anApplication, setUp, signInAs } from '../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const caller = { audience: 'staff', window: 'clerk' } as const;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

test('a method that does not exist is refused, also one that every object has', async () => {
  for (const method of ['ticket.fly', 'toString', '__proto__', ''])
    expect(await counter.core.dispatch(caller, method, { input: {} })).toMatchObject({
      ok: false,
      error: { code: 'unknown_method' },
    });
});

test('nobody signed in and a locked screen are each refused by their own code', async () => {
  const before = await countEntries(counter);
  expect(await counter.call('ticket.callNext', {}, { window: 'empty' })).toMatchObject({
    error: { code: 'not_signed_in' },
  });
  await counter.ok('session.lock', {}, clerk);
  expect(await counter.call('application.counts', {}, clerk)).toMatchObject({ error: { code: 'locked' } });
  expect(await counter.call('application.register', anApplication(), clerk)).toMatchObject({
    error: { code: 'locked' },
  });
  // The lock itself is on record.
  expect(await countEntries(counter)).toBe(before + 1);
});

describe('a commandId', () => {
  test.each([
    [undefined, 'İşlem kimliği (commandId) gerekli.'],
    [12345678, 'İşlem kimliği (commandId) gerekli.'],
    ['short', 'İşlem kimliği en az 8 karakter olmalı.'],
    ['x'.repeat(81), 'İşlem kimliği en çok 80 karakter olabilir.'],
  ])('that is missing or malformed is refused: %s', async (commandId, message) => {
    const before = await countEntries(counter);
    const input = { categoryCode: 'general', priority: false };
    expect(await counter.core.dispatch(caller, 'ticket.issue', { commandId, input })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'commandId', message }] },
    });
    expect(await countEntries(counter)).toBe(before);
  });

  test('is not asked for by a query', async () => {
    expect(await counter.core.dispatch(caller, 'ticket.queue', {})).toMatchObject({ ok: true });
  });

  test('that comes twice at one moment is carried out once, and answered twice alike', async () => {
    const options = { ...clerk, commandId: 'one-intent-0001' };
    const before = await countEntries(counter);
    const [first, second] = await Promise.all([
      counter.ok('ticket.issue', { categoryCode: 'general', priority: false }, options),
      counter.ok('ticket.issue', { categoryCode: 'general', priority: false }, options),
    ]);
    expect(second).toEqual(first);
    expect(await countEntries(counter)).toBe(before + 2);
  });

  test('is answered alike after the program was restarted', async () => {
    const options = { ...clerk, commandId: 'one-intent-0001' };
    const first = await counter.ok('application.register', anApplication(), options);
    counter = await counter.reopen();
    await counter.ok('session.signIn', { username: 'clerk', password: 'clerk-parolasi-uzun' }, clerk);
    expect(await counter.ok('application.register', anApplication(), options)).toEqual(first);
  });

  test('of another method or another user is refused', async () => {
    const commandId = 'one-intent-0001';
    await counter.ok('ticket.issue', { categoryCode: 'general', priority: false }, { ...clerk, commandId });
    const before = await countEntries(counter);
    const refused = [
      await counter.call('ticket.callNext', {}, { ...clerk, commandId }),
      await counter.call(
        'ticket.issue',
        { categoryCode: 'general', priority: false },
        { window: 'admin', commandId },
      ),
    ];
    for (const answer of refused) expect(answer).toMatchObject({ error: { code: 'command_reused' } });
    expect(await countEntries(counter)).toBe(before);
  });

  test('of a command that was refused is free for another try', async () => {
    const commandId = 'one-intent-0001';
    expect(await counter.call('ticket.callNext', {}, { ...clerk, commandId })).toMatchObject({
      error: { code: 'queue_empty' },
    });
    await counter.ok('ticket.issue', { categoryCode: 'general', priority: false }, clerk);
    expect(await counter.call('ticket.callNext', {}, { ...clerk, commandId })).toMatchObject({ ok: true });
  });
});

test('a bug is answered by a reference that stands in the log, and the log names nobody', async () => {
  const { log, lines } = createRecordingLog();
  counter = await counter.reopen({
    log,
    printers: {
      ...counter.ports.printers,
      print: async () => {
        throw new Error('a bug in a driver');
      },
    },
  });
  const password = 'clerk-parolasi-uzun';
  await counter.ok('session.signIn', { username: 'clerk', password }, clerk);
  await counter.ok(
    'session.signIn',
    { username: 'yonetici', password: 'yonetici-parolasi' },
    { window: 'admin' },
  );
  const printer = slipPrinterAt('yazici.yerel');
  await counter.ok('printer.configure', { change: { role: 'slip', printer } }, { window: 'admin' });
  const { applicationId } = await counter.ok('application.register', anApplication(), clerk);
  await counter.ok('application.get', { applicationId }, clerk);
  await counter.ok('search.find', { text: 'Ayşe Işık' }, clerk);
  await counter.core.dispatch(caller, 'Ayşe Işık', {});

  const answer = await counter.call('printer.test', { role: 'slip' }, { window: 'admin' });
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'internal',
      message: 'Beklenmeyen bir hata oldu; kayıt yapılmadı.',
      reference: expect.stringMatching(/^[0-9a-f]{8}$/),
    },
  });
  const reference = answer.ok ? '' : (answer.error.reference ?? '');
  expect(lines.filter((line) => line.fields.reference === reference)).toMatchObject([
    { level: 'error', fields: { method: 'printer.test' } },
  ]);
  const words = [
    'Ayşe',
    'Işık',
    '10000000146',
    '532',
    'Vişnelik',
    'Mahallede',
    password,
    'clerk"',
    'yonetici',
  ];
  const logged = JSON.stringify(lines);
  expect(words.filter((word) => logged.includes(word))).toEqual([]);
  const known = new Set(['method', 'code', 'ms', 'reference']);
  expect(lines.flatMap((line) => Object.keys(line.fields)).filter((key) => !known.has(key))).toEqual([]);
});

test('a listener that fails does not make what was written look refused', async () => {
  const heard: (readonly string[])[] = [];
  counter.core.onChanged(() => {
    throw new Error('the window is gone');
  });
  const unsubscribe = counter.core.onChanged(({ topics }) => heard.push(topics));
  await counter.ok('ticket.issue', { categoryCode: 'general', priority: false }, clerk);
  unsubscribe();
  await counter.ok('ticket.issue', { categoryCode: 'general', priority: false }, clerk);
  expect(heard).toEqual([['queue', 'prints']]);
});

test('what is still being carried out when the program ends is carried out and answered', async () => {
  const before = await countEntries(counter);
  const answer = counter.call('ticket.issue', { categoryCode: 'general', priority: false }, clerk);
  await counter.core.stop();
  expect(await answer).toMatchObject({ ok: true });
  counter = await counter.reopen();
  await counter.ok(
    'session.signIn',
    { username: 'yonetici', password: 'yonetici-parolasi' },
    { window: 'admin' },
  );
  expect(await countEntries(counter)).toBe(before + 3);
});
