import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedPage } from '../../src-shared/contract/gateway.ts';
import { saveMember } from '../access/members.ts';
import type { Gateway } from '../create-gateway.ts';
import type { DatabaseSource } from '../db/open.ts';
import { createTestBrowser } from '../testing/browser.ts';
import { createTestCounter } from '../testing/counter.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { application, registered, smsRequested } from '../testing/facts.ts';
import { createTestBranch, createTestClock, openTestGateway, type TestClient } from '../testing/gateway.ts';
import { believedAfterMs, doubtLimitMs } from './doubts.ts';
import type { DeliveryReport, LookUp, SendOutcome, SmsDriver } from './driver.ts';
import { blockedPauseMs } from './pauses.ts';
import { keepReceipts } from './receipts.ts';
import { leaseMs } from './sms-outbox.ts';

/** A provider that sends as often as it is asked to, as the real ones do. */
function createProvider(canBeAsked: boolean) {
  const tries: string[] = [];
  const answers: (SendOutcome | Error)[] = [];
  const found: LookUp[] = [];
  const deliveries: DeliveryReport[] = [];
  const driver: SmsDriver = {
    name: 'provider',
    repeatsSafely: false,
    send: async ({ clientKey }) => {
      tries.push(clientKey);
      const answer = answers.shift() ?? { kind: 'accepted', reference: `ref-${clientKey}` };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    ...(canBeAsked && { lookUp: async () => found.shift() ?? { kind: 'no_answer' } }),
    delivery: async () => deliveries.shift() ?? { kind: 'delivered', detail: 'DELIVRD' },
  };
  return { driver, tries, answers, found, deliveries };
}

const uncertain: SendOutcome = { kind: 'uncertain', reason: 'Yanıt alınamadı' };

describe.each(databaseVarieties())('an SMS whose sending is not plain on $name', ({ start }) => {
  let server: DatabaseServer;
  let source: DatabaseSource;
  let gateway: Gateway;
  let branch: TestClient;
  let provider: ReturnType<typeof createProvider>;
  let clock: ReturnType<typeof createTestClock>;

  beforeAll(async () => {
    server = start();
  });
  beforeEach(async () => {
    clock = createTestClock();
    source = await server.create();
    await open(false);
    return () => gateway.stop();
  });
  afterAll(() => server.stop());

  async function open(canBeAsked: boolean, earlier?: Gateway): Promise<void> {
    await earlier?.stop();
    provider = createProvider(canBeAsked);
    gateway = await openTestGateway(source, { clock, smsDriver: provider.driver });
    branch = await createTestBranch(gateway, '26');
  }

  async function request(smsId: string): Promise<void> {
    const counter = createTestCounter(clock);
    const stream = application();
    counter.write(registered(stream));
    counter.write(smsRequested(stream, smsId));
    expect((await branch.push(counter.log, counter.entries)).status).toBe(200);
  }

  async function reports() {
    const page: FeedPage = (await branch.get('/v1/feed')).body;
    return page.entries.flatMap((entry) => (entry.type === 'sms.reported' ? [entry.payload] : []));
  }

  async function health() {
    const { status, reasons } = (await gateway.app.inject({ url: '/health' })).json();
    return { status, reasons };
  }

  async function operatorsBrowser() {
    const operator = await saveMember(gateway.db, clock, {
      username: 'ops',
      displayName: 'Deniz Ak',
      role: 'operator',
      teamCode: null,
    });
    const browser = createTestBrowser(gateway);
    await browser.signIn(operator);
    return browser;
  }

  it('is not sent again by itself when in doubt, and the counter is told after a day', async () => {
    provider.answers.push(uncertain);
    await request('sms-1');
    await gateway.sendDueSms();
    for (let passed = 0; passed < doubtLimitMs; passed += 3_600_000) {
      clock.forward(3_600_000 - 1);
      await gateway.sendDueSms();
      expect(await reports()).toEqual([]);
      expect(await health()).toEqual({ status: 'degraded', reasons: ['sms_uncertain'] });
      clock.forward(1);
    }
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1']);
    expect(await reports()).toEqual([
      { smsId: 'sms-1', state: 'failed', driver: 'provider', detail: 'Gönderildiği doğrulanamadı' },
    ]);
    expect(await health()).toEqual({ status: 'ok', reasons: [] });
  });

  it('is in doubt too when a driver throws', async () => {
    provider.answers.push(new Error('socket hang up'));
    await request('sms-1');
    await gateway.sendDueSms();
    clock.forward(3_600_000);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1']);
  });

  it('is sent no second time by the process that follows one which died with it', async () => {
    await request('sms-1');
    const dying: SmsDriver = {
      ...provider.driver,
      send: async (message) => {
        await provider.driver.send(message);
        await gateway.stop();
        return { kind: 'accepted', reference: 'lost' };
      },
    };
    await gateway.stop();
    gateway = await openTestGateway(source, { clock, smsDriver: dying });
    await expect(gateway.sendDueSms()).rejects.toThrow('destroyed');
    await open(false);
    clock.forward(leaseMs);
    await gateway.sendDueSms();
    clock.forward(3_600_000);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual([]);
    expect((await (await operatorsBrowser()).get('/giden-kutusu')).body).toContain('ağ geçidi durdu');
  });

  it('is found at a provider that can be asked, and its delivery is reported', async () => {
    await open(true, gateway);
    provider.answers.push(uncertain);
    provider.found.push({ kind: 'no_answer' }, { kind: 'taken', reference: 'found-1' });
    await request('sms-1');
    await gateway.sendDueSms();
    clock.forward(3_600_000);
    await gateway.sendDueSms();
    clock.forward(3_600_000);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1']);
    expect(await reports()).toMatchObject([
      { state: 'accepted', detail: 'found-1' },
      { state: 'delivered', detail: 'DELIVRD' },
    ]);
  });

  it('is sent again when the provider does not have it, but not while it may still be on its way', async () => {
    await open(true, gateway);
    provider.answers.push(uncertain);
    provider.found.push({ kind: 'not_taken' }, { kind: 'not_taken' });
    await request('sms-1');
    await gateway.sendDueSms();
    clock.forward(10_000);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1']);
    clock.forward(believedAfterMs);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1', 'sms-1']);
    expect(await reports()).toMatchObject([{ state: 'accepted' }, { state: 'delivered' }]);
  });

  it('waits in doubt for an operator, who says that it was sent', async () => {
    provider.answers.push(uncertain);
    await request('sms-1');
    await gateway.sendDueSms();
    const browser = await operatorsBrowser();
    expect((await browser.get('/giden-kutusu')).body).toContain('Gönderilip gönderilmediği bilinmiyor');
    const done = await browser.submit('/giden-kutusu/sms-1/gonderilmis-say');
    expect(done.location).toBe('/giden-kutusu?oldu=sent');
    clock.forward(2 * doubtLimitMs);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1']);
    expect(await reports()).toMatchObject([{ state: 'accepted', detail: 'Deniz Ak gönderilmiş saydı' }]);
  });

  it('waits in doubt for an operator, who has it sent again once', async () => {
    provider.answers.push(uncertain);
    await request('sms-1');
    await gateway.sendDueSms();
    const browser = await operatorsBrowser();
    await browser.get('/giden-kutusu');
    expect((await browser.submit('/giden-kutusu/sms-1/yeniden-gonder', { form: '' })).status).toBe(403);
    expect((await browser.submit('/giden-kutusu/sms-1/yeniden-gonder')).status).toBe(303);
    expect((await browser.submit('/giden-kutusu/sms-1/yeniden-gonder')).status).toBe(409);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1', 'sms-1']);
    expect(await reports()).toMatchObject([{ state: 'accepted' }, { state: 'delivered' }]);
  });

  it('waits as long as the provider refuses everything, which an operator and the monitoring see', async () => {
    const reason = 'Hesapta bakiye kalmadı';
    provider.answers.push({ kind: 'blocked', reason, holdsAll: true });
    await request('sms-1');
    await gateway.sendDueSms();
    await request('sms-2');
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1']);
    expect(await health()).toEqual({ status: 'degraded', reasons: ['sms_blocked'] });
    const { body } = await (await operatorsBrowser()).get('/giden-kutusu');
    expect(body).toContain(`SMS gönderilemiyor: ${reason}. 2 SMS bekliyor`);
    expect(await reports()).toEqual([]);
    clock.forward(blockedPauseMs);
    await gateway.sendDueSms();
    expect(provider.tries.toSorted()).toEqual(['sms-1', 'sms-1', 'sms-2']);
    expect(await health()).toEqual({ status: 'ok', reasons: [] });
    expect(await reports()).toHaveLength(4);
  });

  it('is shown and told to the monitoring when its provider is away for long', async () => {
    const reason = 'SMS sağlayıcısına bağlanılamadı';
    provider.answers.push(...Array<SendOutcome>(10).fill({ kind: 'unknown', reason }));
    await request('sms-1');
    for (let tried = 0; tried < 9; tried += 1) {
      await gateway.sendDueSms();
      clock.forward(900_000);
    }
    expect(await health()).toEqual({ status: 'ok', reasons: [] });
    await gateway.sendDueSms();
    expect(await health()).toEqual({ status: 'degraded', reasons: ['sms_delayed'] });
    const { body } = await (await operatorsBrowser()).get('/giden-kutusu');
    expect(body).toContain('1 SMS defalarca denendi ve henüz gönderilemedi');
    clock.forward(900_000);
    await gateway.sendDueSms();
    expect(await health()).toEqual({ status: 'ok', reasons: [] });
  });

  it('leaves a provider alone that takes nothing for now', async () => {
    const reason = 'Sağlayıcının gönderim hızı sınırına gelindi';
    provider.answers.push({ kind: 'unknown', reason, retryAfterMs: 60_000, holdsAll: true });
    await request('sms-1');
    await gateway.sendDueSms();
    await request('sms-2');
    clock.forward(50_000);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1']);
    clock.forward(10_000);
    await gateway.sendDueSms();
    expect(provider.tries.toSorted()).toEqual(['sms-1', 'sms-1', 'sms-2']);
  });

  it('asks no other provider about what an earlier one took or may have taken', async () => {
    provider.answers.push(uncertain);
    provider.deliveries.push({ kind: 'pending' });
    await request('sms-1');
    await gateway.sendDueSms();
    await request('sms-2');
    await gateway.sendDueSms();
    await gateway.stop();
    const asked: string[] = [];
    const other: SmsDriver = {
      name: 'other',
      repeatsSafely: false,
      send: async ({ clientKey }) => ({ kind: 'accepted', reference: clientKey }),
      lookUp: async ({ clientKey }) => {
        asked.push(clientKey);
        return { kind: 'not_taken' };
      },
      delivery: async (reference) => {
        asked.push(reference);
        return { kind: 'delivered', detail: 'DELIVRD' };
      },
    };
    gateway = await openTestGateway(source, { clock, smsDriver: other });
    branch = await createTestBranch(gateway, '26');
    clock.forward(3_600_000);
    await gateway.sendDueSms();
    expect(asked).toEqual([]);
  });

  it('has what was pushed while nobody listened to it, also after a restart', async () => {
    provider.deliveries.push({ kind: 'pending' });
    await request('sms-1');
    await gateway.sendDueSms();
    const delivery = { kind: 'delivered', detail: 'Telefona iletildi' } as const;
    await keepReceipts(gateway.db, clock, [{ driver: 'provider', reference: 'ref-sms-1', delivery }]);
    await open(false, gateway);
    clock.forward(3_600_000);
    await gateway.sendDueSms();
    expect(await reports()).toMatchObject([
      { state: 'accepted' },
      { state: 'delivered', detail: delivery.detail },
    ]);
    clock.forward(8 * 24 * 3_600_000);
    await keepReceipts(gateway.db, clock, []);
    expect(await gateway.db.selectFrom('sms_receipts').selectAll().execute()).toEqual([]);
  });

  it('stops asking for a report after three days and says so', async () => {
    provider.deliveries.push(...Array<DeliveryReport>(40).fill({ kind: 'pending' }));
    await request('sms-1');
    for (let day = 0; day < 5; day += 1) {
      await gateway.sendDueSms();
      clock.forward(24 * 3_600_000);
    }
    expect(await reports()).toMatchObject([
      { state: 'accepted', detail: 'ref-sms-1' },
      { state: 'accepted', detail: 'Sağlayıcı üç gün içinde teslim raporu vermedi' },
    ]);
  });
});
