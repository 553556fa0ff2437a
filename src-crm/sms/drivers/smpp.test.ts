import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../db/open.ts';
import { type DatabaseServer, databaseVarieties } from '../../testing/databases.ts';
import { createTestClock } from '../../testing/gateway.ts';
import { type FakeSmsc, type NumberForms, startFakeSmsc } from '../../testing/sms/fake-smsc.ts';
import type { SmsDriver } from '../driver.ts';
import { receiptsOf } from '../receipts.ts';
import { createSmppDriver, type SmppConfig, type SmppParts } from './smpp.ts';

const message = { clientKey: 'sms-1', to: '+905321234567', text: 'Başvurunuz kayda alındı.' };
const timing = { boundMs: 20_000, answerMs: 20_000, firstPauseMs: 1, longestPauseMs: 5, throttlePauseMs: 1 };
const patience = { timeout: 20_000 };
const [pglite] = databaseVarieties();

describe('SMPP', () => {
  const clock = createTestClock();
  let server: DatabaseServer;
  let database: OpenDatabase;
  let centre: FakeSmsc;
  let drivers: SmsDriver[];

  beforeAll(async () => {
    if (pglite === undefined) throw new Error('There is always PGlite');
    server = pglite.start();
    database = await openDatabase(await server.create(), () => undefined);
  });
  beforeEach(async () => {
    drivers = [];
    await database.db.deleteFrom('sms_receipts').execute();
    await start();
    return async () => {
      for (const each of drivers) await each.stop?.();
      await centre.stop();
    };
  });
  afterAll(async () => {
    await database.close();
    server.stop();
  });

  async function start(forms?: NumberForms): Promise<void> {
    await centre?.stop().catch(() => undefined);
    centre = await startFakeSmsc(forms);
  }

  function driver(change: Partial<SmppConfig> = {}, own: SmppParts['timing'] = {}): SmsDriver {
    const config: SmppConfig = {
      host: '127.0.0.1',
      port: centre.port,
      tls: false,
      systemId: 'oedas',
      password: 'parola',
      systemType: '',
      sender: 'OEDAS',
      window: 10,
      turkish: 'ucs2',
      messageIds: 'same',
      ...change,
    };
    const made = createSmppDriver(config, {
      db: database.db,
      clock,
      random: () => 0.5,
      timing: { ...timing, ...own },
    });
    drivers.push(made);
    return made;
  }

  function texts(count: number) {
    return Array.from({ length: count }, (_, index) => ({
      ...message,
      clientKey: `sms-${index}`,
      text: `${index}`,
    }));
  }

  it('sends from the sender name to the international number and asks for a receipt', async () => {
    expect(await driver().send(message)).toEqual({ kind: 'accepted', reference: '1001' });
    expect(centre.submitted).toMatchObject([
      {
        source: { ton: 5, npi: 0, digits: 'OEDAS' },
        destination: { ton: 1, npi: 1, digits: '905321234567' },
        registeredDelivery: 1,
        dataCoding: 8,
      },
    ]);
    expect(centre.phones.received('5321234567')).toEqual([message.text]);
  });

  it('keeps a receipt before it acknowledges it, the first of several', async () => {
    await driver().send(message);
    await centre.pushReceipts('DELIVRD', 2);
    const known = await receiptsOf(database.db, 'smpp', ['1001']);
    expect(known.get('1001')).toEqual({ kind: 'delivered', detail: 'Telefona iletildi' });
  });

  it('keeps a receipt that overtakes the answer', async () => {
    centre.plan('receipt_first');
    expect(await driver().send(message)).toEqual({ kind: 'accepted', reference: '1001' });
    expect((await receiptsOf(database.db, 'smpp', ['1001'])).size).toBe(1);
  });

  it.each(['ENROUTE', 'ACCEPTD'])('waits on after %s, which is not the end', async (state) => {
    await driver().send(message);
    await centre.pushReceipts(state);
    expect((await receiptsOf(database.db, 'smpp', ['1001'])).size).toBe(0);
  });

  it.each([
    ['hex_then_decimal', (n: number) => n.toString(16).toUpperCase(), (n: number) => `000${n}`],
    ['decimal_then_hex', (n: number) => `000${n}`, (n: number) => n.toString(16).toUpperCase()],
    ['same', (n: number) => `0ABC${n}`, (n: number) => `abc${n}`],
  ] as const)('knows a receipt again whose number is written %s', async (messageIds, answer, receipt) => {
    await start({ answer, receipt });
    const outcome = await driver({ messageIds }).send(message);
    await centre.pushReceipts('UNDELIV');
    const reference = outcome.kind === 'accepted' ? outcome.reference : '';
    const known = await receiptsOf(database.db, 'smpp', [reference]);
    expect(known.get(reference)).toMatchObject({ kind: 'failed' });
  });

  it('is delivered when all parts are', async () => {
    const outcome = await driver().send({ ...message, text: 'ş'.repeat(100) });
    expect(outcome).toEqual({ kind: 'accepted', reference: '1001,1002' });
    expect(centre.phones.received('5321234567')).toEqual(['ş'.repeat(100)]);
    expect((await receiptsOf(database.db, 'smpp', ['1001,1002'])).size).toBe(0);
    await centre.pushReceipts('DELIVRD');
    expect((await receiptsOf(database.db, 'smpp', ['1001,1002'])).size).toBe(1);
  });

  it.each([
    [0x01, { kind: 'refused' }],
    [0x0b, { kind: 'refused' }],
    [0x65, { kind: 'refused' }],
    [0x66, { kind: 'refused' }],
    [0x0a, { kind: 'blocked', holdsAll: true }],
    [0x45, { kind: 'blocked', holdsAll: false }],
    [0x08, { kind: 'unknown' }],
    [0x64, { kind: 'unknown' }],
    [0x14, { kind: 'unknown', holdsAll: true }],
    [0x58, { kind: 'unknown', holdsAll: true }],
    [0xff, { kind: 'uncertain' }],
  ])('understands status %i', async (status, outcome) => {
    centre.submitWith(status);
    expect(await driver().send(message)).toMatchObject(outcome);
  });

  it('is blocked by a wrong password, and goes on when it is right again', async () => {
    centre.bindWith(0x0e);
    const smpp = driver({}, { boundMs: 50 });
    await vi.waitFor(
      async () => expect(await smpp.send(message)).toMatchObject({ kind: 'blocked' }),
      patience,
    );
    centre.bindWith(0);
    await vi.waitFor(
      async () => expect(await smpp.send(message)).toMatchObject({ kind: 'accepted' }),
      patience,
    );
    expect(centre.phones.received('5321234567')).toHaveLength(1);
  });

  it('may try again what was never written', async () => {
    const smpp = driver({}, { boundMs: 50 });
    await centre.stop();
    expect(await smpp.send(message)).toMatchObject({ kind: 'unknown' });
    await start();
  });

  it.each(['reset', 'taken_then_reset', 'silent'] as const)('is in doubt after %s', async (fault) => {
    centre.plan(fault);
    const smpp = driver({}, { answerMs: fault === 'silent' ? 500 : 20_000 });
    expect(await smpp.send(message)).toMatchObject({ kind: 'uncertain' });
    expect(await smpp.lookUp?.(message, clock.now())).toEqual({ kind: 'no_answer' });
    const next = { ...message, clientKey: 'sms-2' };
    await vi.waitFor(async () => expect(await smpp.send(next)).toMatchObject({ kind: 'accepted' }), patience);
  });

  it('is settled by an answer that comes late', async () => {
    centre.plan('taken_then_silent');
    const smpp = driver({}, { answerMs: 500 });
    expect(await smpp.send(message)).toMatchObject({ kind: 'uncertain' });
    centre.answerLate();
    await vi.waitFor(
      async () =>
        expect(await smpp.lookUp?.(message, clock.now())).toEqual({ kind: 'taken', reference: '1001' }),
      patience,
    );
  });

  it('never has more unanswered than its window', async () => {
    for (let planned = 0; planned < 10; planned += 1) centre.plan('taken_then_silent');
    const smpp = driver({ window: 3 }, { answerMs: 60_000 });
    const sending = Promise.all(texts(10).map((one) => smpp.send(one)));
    for (const expected of [3, 6, 9, 10]) {
      await vi.waitFor(() => expect(centre.submitted.length).toBe(expected), patience);
      centre.answerLate();
    }
    expect((await sending).map(({ kind }) => kind)).toEqual(Array(10).fill('accepted'));
  });

  it('waits for a slow centre in the middle of a message', async () => {
    for (const fault of [undefined, 'throttle', 'throttle'] as const) centre.plan(fault);
    const text = 'ş'.repeat(100);
    expect(await driver().send({ ...message, text })).toMatchObject({ kind: 'accepted' });
    expect(centre.phones.received('5321234567')).toEqual([text]);
  });

  it('is in doubt when a message breaks off in the middle', async () => {
    for (const fault of [undefined, 'error'] as const) centre.plan(fault);
    expect(await driver().send({ ...message, text: 'ş'.repeat(100) })).toMatchObject({ kind: 'uncertain' });
  });

  it('notices a centre that is gone without a word', async () => {
    const smpp = driver({}, { enquireMs: 30, answerMs: 60_000 });
    await smpp.send(message);
    centre.goMute();
    expect(await smpp.send({ ...message, clientKey: 'sms-2' })).toMatchObject({ kind: 'uncertain' });
  });
});
