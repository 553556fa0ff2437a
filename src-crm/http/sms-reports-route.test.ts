import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Gateway } from '../create-gateway.ts';
import { createIletimerkeziDriver } from '../sms/drivers/iletimerkezi.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { createTestBranch, createTestClock, openTestGateway, type TestClient } from '../testing/gateway.ts';
import { type FakeIletimerkezi, startFakeIletimerkezi } from '../testing/sms/fake-iletimerkezi.ts';
import { ask, askedSms, fatesOf } from '../testing/sms/many-sms.ts';

const token = 'rapor-adresi-icin-tahmin-edilemez-dizi';

describe.each(databaseVarieties())('pushed delivery reports on $name', ({ start }) => {
  const asked = askedSms(2);
  let server: DatabaseServer;
  let site: FakeIletimerkezi;
  let clock: ReturnType<typeof createTestClock>;
  let gateway: Gateway;
  let branch: TestClient;

  beforeAll(() => {
    server = start();
  });
  beforeEach(async () => {
    clock = createTestClock();
    site = await startFakeIletimerkezi(clock);
    site.report(110);
    const config = { url: site.url, key: 'anahtar', hash: 'ozet', sender: 'OEDAS' };
    const smsDriver = createIletimerkeziDriver(config, { clock });
    gateway = await openTestGateway(await server.create(), { clock, smsDriver, smsReportToken: token });
    branch = await createTestBranch(gateway, '26');
    return async () => {
      await gateway.stop();
      await site.stop();
    };
  });
  afterAll(() => server.stop());

  async function push(payload: object, given = token): Promise<number> {
    const reply = await gateway.app.inject({ method: 'POST', url: `/sms/raporlar/${given}`, payload });
    return reply.statusCode;
  }

  function pushOf(index: number, status: 'accepted' | 'delivered' | 'undelivered'): object {
    const order = site.orders[index];
    if (order === undefined) throw new Error(`No order ${index}`);
    return site.pushOf(order, status);
  }

  async function told() {
    return (await fatesOf(gateway, branch, asked, site.phones)).map((fate) => fate.told);
  }

  it('settle the delivery once, however often they come', async () => {
    await ask(branch, clock, asked);
    await gateway.sendDueSms();
    for (const status of ['accepted', 'delivered', 'delivered', 'undelivered'] as const)
      expect(await push(pushOf(0, status))).toBe(200);
    await gateway.sendDueSms();
    expect(await push(pushOf(0, 'undelivered'))).toBe(200);
    expect(await push(pushOf(1, 'undelivered'))).toBe(200);
    await gateway.sendDueSms();
    expect(await told()).toEqual([
      ['accepted', 'delivered'],
      ['accepted', 'failed'],
    ]);
  });

  it('prove that an SMS in doubt had been taken', async () => {
    site.plan('taken_then_reset');
    await ask(branch, clock, asked.slice(0, 1));
    await gateway.sendDueSms();
    expect(await push(pushOf(0, 'accepted'))).toBe(200);
    expect(await push(pushOf(0, 'delivered'))).toBe(200);
    await gateway.sendDueSms();
    expect((await told())[0]).toEqual(['accepted', 'delivered']);
    expect(site.phones.count(asked[0]?.text ?? '')).toBe(1);
  });

  it('prove nothing where two SMS are alike', async () => {
    const [first, second] = asked;
    if (first === undefined || second === undefined) throw new Error('Two were asked');
    site.plan('taken_then_reset');
    site.plan('reset');
    await ask(branch, clock, [first, { ...second, to: first.to, text: first.text }]);
    await gateway.sendDueSms();
    expect(await push(pushOf(0, 'delivered'))).toBe(200);
    await gateway.sendDueSms();
    expect(await told()).toEqual([[], []]);
  });

  it('do no harm when nobody knows them', async () => {
    const report = { id: 1, packet_id: 2, status: 'delivered', to: '+905321234567', body: 'x' };
    expect(await push({ report })).toBe(200);
    expect(await gateway.db.selectFrom('sms_receipts').selectAll().execute()).toEqual([]);
  });

  it('are refused at another address and in another form', async () => {
    expect(await push({ report: {} })).toBe(400);
    expect(await push({}, `${token}x`)).toBe(404);
    expect(await push({}, 'ç')).toBe(404);
  });

  it('are limited by address', async () => {
    const statuses: number[] = [];
    for (let sent = 0; sent < 601; sent += 1) statuses.push(await push({}, 'guess'));
    expect(statuses.at(0)).toBe(404);
    expect(statuses.at(-1)).toBe(429);
  });

  it('have no address where no token is configured', async () => {
    const plain = await openTestGateway(await server.create(), { clock });
    const reply = await plain.app.inject({ method: 'POST', url: '/sms/raporlar/undefined', payload: {} });
    expect(reply.statusCode).toBe(404);
    await plain.stop();
  });
});
