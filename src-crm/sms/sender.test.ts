import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedPage } from '../../src-shared/contract/gateway.ts';
import type { Gateway } from '../create-gateway.ts';
import type { DatabaseSource } from '../db/open.ts';
import { createTestCounter } from '../testing/counter.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { application, registered, smsRequested } from '../testing/facts.ts';
import { createTestBranch, createTestClock, openTestGateway, type TestClient } from '../testing/gateway.ts';
import type { DeliveryReport, SendOutcome, SmsDriver } from './driver.ts';
import { leaseMs, startPauseMs } from './sms-outbox.ts';

/** A provider that keeps one message per client key, as the port demands, and answers as it is told. */
function createProvider() {
  const sent = new Map<string, string>();
  const tries: string[] = [];
  const answers: (SendOutcome | Error)[] = [];
  const deliveries: DeliveryReport[] = [];
  const driver: SmsDriver = {
    name: 'provider',
    repeatsSafely: true,
    send: async ({ clientKey, text }) => {
      tries.push(clientKey);
      const answer = answers.shift() ?? { kind: 'accepted', reference: `ref-${clientKey}` };
      if (answer instanceof Error) throw answer;
      if (answer.kind === 'accepted') sent.set(clientKey, text);
      return answer;
    },
    delivery: async () => deliveries.shift() ?? { kind: 'delivered', detail: 'DELIVRD' },
  };
  return { driver, sent, tries, answers, deliveries };
}

describe.each(databaseVarieties())('SMS on $name', ({ start }) => {
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
    provider = createProvider();
    source = await server.create();
    gateway = await openTestGateway(source, { clock, smsDriver: provider.driver });
    branch = await createTestBranch(gateway, '26');
    return () => gateway.stop();
  });
  afterAll(() => server.stop());

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

  it('sends once and reports accepted, then delivered, to the branch', async () => {
    await request('sms-1');
    await gateway.sendDueSms();
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-1']);
    const report = { smsId: 'sms-1', driver: 'provider' };
    expect(await reports()).toEqual([
      { ...report, state: 'accepted', detail: 'ref-sms-1' },
      { ...report, state: 'delivered', detail: 'DELIVRD' },
    ]);
  });

  it('sends one SMS for an intent that two entries carry', async () => {
    await request('sms-2');
    await request('sms-2');
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-2']);
  });

  it('reports a refusal as failed and does not try again', async () => {
    provider.answers.push({ kind: 'refused', reason: 'Numara geçersiz' });
    await request('sms-3');
    await gateway.sendDueSms();
    clock.forward(24 * 3_600_000);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-3']);
    expect(await reports()).toEqual([
      { smsId: 'sms-3', state: 'failed', driver: 'provider', detail: 'Numara geçersiz' },
    ]);
  });

  it('goes on trying with the same key after unknown outcomes, ever more rarely, and reports once', async () => {
    provider.answers.push({ kind: 'unknown', reason: 'Zaman aşımı' }, new Error('socket hang up'));
    await request('sms-4');
    await gateway.sendDueSms();
    await gateway.sendDueSms();
    expect(provider.tries).toHaveLength(1);
    clock.forward(2_500);
    await gateway.sendDueSms();
    clock.forward(2_500);
    await gateway.sendDueSms();
    expect(provider.tries).toHaveLength(2);
    expect(await reports()).toEqual([]);
    clock.forward(2_500);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-4', 'sms-4', 'sms-4']);
    expect(provider.sent.size).toBe(1);
    expect(await reports()).toHaveLength(2);
  });

  it('takes up again what a process had marked when it died, and the provider sends it once', async () => {
    await request('sms-5');
    // The first process dies between the provider's yes and its own report.
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
    gateway = await openTestGateway(source, { clock, smsDriver: provider.driver });
    branch = await createTestBranch(gateway, '26');
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-5']);
    clock.forward(leaseMs);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-5', 'sms-5']);
    expect(provider.sent.size).toBe(1);
    expect(await reports()).toMatchObject([{ state: 'accepted' }, { state: 'delivered' }]);
  });

  it('lets what waits at a start wait on, until counters have had the time to return its report', async () => {
    await request('sms-old');
    await gateway.start(0);
    await request('sms-new');
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-new']);
    clock.forward(startPauseMs);
    await gateway.sendDueSms();
    expect(provider.tries).toEqual(['sms-new', 'sms-old']);
  });

  it('asks for the delivery until there is one, and reports a failed delivery', async () => {
    provider.deliveries.push({ kind: 'pending' }, { kind: 'failed', detail: 'UNDELIV' });
    await request('sms-6');
    await gateway.sendDueSms();
    expect(await reports()).toMatchObject([{ state: 'accepted' }]);
    clock.forward(10_000);
    await gateway.sendDueSms();
    expect(await reports()).toMatchObject([{ state: 'accepted' }, { state: 'failed', detail: 'UNDELIV' }]);
    expect(provider.tries).toEqual(['sms-6']);
  });

  it('sends by two senders at once no SMS twice', async () => {
    for (let made = 0; made < 30; made += 1) await request(`many-${made}`);
    await Promise.all([gateway.sendDueSms(), gateway.sendDueSms(), gateway.sendDueSms()]);
    expect(provider.tries.toSorted()).toEqual([...new Set(provider.tries)].toSorted());
    expect(provider.tries).toHaveLength(30);
    expect(await reports()).toHaveLength(60);
  });

  it('writes to the outbox page by default and says that no real SMS went out', async () => {
    await gateway.stop();
    gateway = await openTestGateway(source, { clock });
    branch = await createTestBranch(gateway, '26');
    await request('sms-7');
    await gateway.sendDueSms();
    expect(await reports()).toMatchObject([
      { state: 'accepted', driver: 'outbox' },
      { state: 'delivered', detail: 'Giden kutusuna yazıldı, gerçek SMS gönderilmedi' },
    ]);
    const kept = await gateway.db.selectFrom('outbox_messages').selectAll().execute();
    expect(kept).toMatchObject([{ client_key: 'sms-7', text: 'Başvurunuz kayda alındı.' }]);
  });
});
