import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxBatch } from '../../src-shared/contract/gateway.ts';
import type { Gateway } from '../create-gateway.ts';
import { createTestCounter } from '../testing/counter.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { application, registered, smsReported, smsRequested } from '../testing/facts.ts';
import { createTestBranch, createTestClock, openTestGateway, type TestClient } from '../testing/gateway.ts';
import type { SmsDriver } from './driver.ts';

describe.each(databaseVarieties())('SMS of the past on $name', ({ start }) => {
  const clock = createTestClock();
  let server: DatabaseServer;
  let gateway: Gateway;
  let branch: TestClient;
  let tries: string[];

  beforeAll(() => {
    server = start();
  });
  beforeEach(async () => {
    tries = [];
    const smsDriver: SmsDriver = {
      name: 'provider',
      repeatsSafely: true,
      send: async ({ clientKey }) => {
        tries.push(clientKey);
        return { kind: 'accepted', reference: clientKey };
      },
      delivery: async () => ({ kind: 'delivered', detail: 'DELIVRD' }),
    };
    gateway = await openTestGateway(await server.create(), { clock, smsDriver });
    branch = await createTestBranch(gateway, '26');
    return () => gateway.stop();
  });
  afterAll(() => server.stop());

  async function push(counter: ReturnType<typeof createTestCounter>, from = 0): Promise<void> {
    for (let at = from; at < counter.entries.length; at += maxBatch)
      expect((await branch.push(counter.log, counter.entries.slice(at, at + maxBatch))).status).toBe(200);
  }

  async function row(smsId: string) {
    return gateway.db
      .selectFrom('sms_outbox')
      .select(['state', 'driver', 'detail', 'next_try_at'])
      .where('sms_id', '=', smsId)
      .executeTakeFirst();
  }

  it('is not sent again when the history comes in slices, and what has no report is sent once', async () => {
    const counter = createTestCounter(clock);
    const waiting: string[] = [];
    for (let made = 0; made < 500; made += 1) {
      const [stream, smsId] = [application(), `sms-${made}`];
      counter.write(registered(stream));
      counter.write(smsRequested(stream, smsId));
      if (made % 50 === 0) waiting.push(smsId);
      else counter.write(smsReported(stream, smsId, made % 7 === 0 ? 'failed' : 'delivered'));
    }
    expect(counter.entries.length).toBeGreaterThan(2 * maxBatch);
    await push(counter);
    await gateway.sendDueSms();
    expect(tries.toSorted()).toEqual(waiting.toSorted());
  });

  it.each(['accepted', 'delivered', 'failed'] as const)(
    'is settled without sending when its report, %s, comes in a later slice',
    async (state) => {
      const counter = createTestCounter(clock);
      const stream = application();
      counter.write(registered(stream));
      counter.write(smsRequested(stream, 'late'));
      await push(counter);
      expect(await row('late')).toMatchObject({ state: 'waiting' });
      counter.write(smsReported(stream, 'late', state));
      await push(counter, 2);
      clock.forward(24 * 3_600_000);
      await gateway.sendDueSms();
      expect(tries).toEqual([]);
      expect(await row('late')).toEqual({ state, driver: 'eski', detail: 'geçmişten', next_try_at: null });
    },
  );

  it('is not sent when another counter has brought the report before the request', async () => {
    const [desk, other] = [createTestCounter(clock), createTestCounter(clock)];
    const stream = application();
    desk.write(registered(stream));
    desk.write(smsRequested(stream, 'crossed'));
    other.write(smsReported(stream, 'crossed', 'delivered'));
    await push(other);
    await push(desk);
    await gateway.sendDueSms();
    expect(tries).toEqual([]);
  });

  it('takes a later delivery of what another gateway sent, and never asks its own provider for it', async () => {
    const counter = createTestCounter(clock);
    const stream = application();
    counter.write(registered(stream));
    counter.write(smsRequested(stream, 'theirs'));
    await push(counter);
    counter.write(smsReported(stream, 'theirs', 'accepted'));
    counter.write(smsReported(stream, 'theirs', 'delivered'));
    await push(counter, 2);
    expect(await row('theirs')).toMatchObject({ state: 'delivered' });
    await gateway.sendDueSms();
    const own = await gateway.db.selectFrom('logs').select('log').where('is_own', '=', true).execute();
    expect({ tries, own }).toEqual({ tries: [], own: [] });
  });
});
