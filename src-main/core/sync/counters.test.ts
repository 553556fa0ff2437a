import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import { openCounter } from '../../testing/sync/counter.ts';
import { collect, foldsOf, untilQuiet } from '../../testing/sync/evidence.ts';
import { pushFromNewerCounter } from '../../testing/sync/newer-counter.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { close, closing, describedIn, recordCall, register } from '../../testing/sync/walk-in.ts';

let central: Central;
let pair: Pair | undefined;

beforeAll(async () => {
  central = await startCentral();
});
afterEach(async () => {
  central.mendLine();
  await pair?.remove();
  pair = undefined;
});
afterAll(() => central.remove());

async function open(...starts: string[]): Promise<Pair> {
  pair = await openPair(central, starts);
  return pair;
}

async function expectSameEverywhere({ one, two }: Pair) {
  const { entries, atGateway, stores } = await collect(central, [one, two]);
  expect(stores).toEqual([atGateway, atGateway]);
  return entries;
}

test('the gateway is down from the beginning of the day: both counters go on, then all arrives once and in order', async () => {
  central.cutLine();
  const counters = await open();
  const { one, two } = counters;
  for (const counter of [one, two]) await counter.exchange();
  for (let visit = 0; visit < 5; visit += 1) {
    for (const counter of [one, two]) {
      await counter.ok('ticket.issue', { categoryCode: 'general', priority: false });
      const { applicationId } = await register(counter, `ziyaret ${visit}`);
      await close(counter, applicationId, 'Bilgi verildi');
      counter.clock.advance(600_000);
    }
  }
  const waiting = await one.crm();
  expect(waiting).toMatchObject({ state: 'offline', oldestUnsentAt: '2026-03-10T07:00:00.000Z' });
  expect(waiting.unsent).toBeGreaterThan(25);

  central.mendLine();
  const entries = await expectSameEverywhere(counters);
  expect(describedIn(entries)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4].map((visit) => `ziyaret ${visit}`));
  for (const ofLog of Map.groupBy(entries, (entry) => entry.log).values())
    expect(ofLog.map((entry) => entry.seq)).toEqual(
      ofLog.map((entry) => entry.seq).toSorted((a, b) => a - b),
    );
  const asked = entries.filter((entry) => entry.type === 'sms.requested');
  expect(asked).toHaveLength(20);
});

test('two counters close one application while offline: one closing stands, the other is a conflict everywhere', async () => {
  // A day of its own: where an earlier test left stamps ahead of both clocks, the two closings would tie.
  const day = '2026-04-14T07:00:00.000Z';
  const counters = await open(day, day);
  const { one, two } = counters;
  const { applicationId } = await register(one);
  await untilQuiet(central, [one, two]);
  central.cutLine();
  await close(one, applicationId, 'Birinci bankonun sonucu');
  two.clock.advance(60_000);
  await close(two, applicationId, 'İkinci bankonun sonucu');
  central.mendLine();
  const entries = await expectSameEverywhere(counters);
  const name = `application/${applicationId}`;
  const expected = {
    status: 'closed',
    closing: { outcome: 'Birinci bankonun sonucu' },
    conflicts: [{ type: 'application.closed', reason: 'closed_before' }],
  };
  expect(foldsOf(entries)[name]).toMatchObject(expected);
  for (const counter of [one, two]) {
    const file = await counter.ok('application.get', { applicationId });
    expect(file).toMatchObject({ status: 'closed', closing: { outcome: 'Birinci bankonun sonucu' } });
    const { rows } = await counter.ok('application.list', { list: 'conflicts', offset: 0, limit: 10 });
    expect(rows.map((row) => row.id)).toEqual([applicationId]);
  }
  const atGateway = await central
    .gateway()
    .db.selectFrom('applications')
    .select(['status', 'outcome_kind'])
    .where('id', '=', applicationId)
    .executeTakeFirst();
  expect(atGateway).toEqual({ status: 'closed', outcome_kind: 'resolved' });
});

test('a counter whose clock stands in 2099 and one in 2001 hold up nothing', async () => {
  const counters = await open('2099-06-01T07:00:00.000Z', '2001-06-01T07:00:00.000Z');
  const { one, two } = counters;
  const early = await register(two, 'saat 2001');
  const late = await register(one, 'saat 2099');
  await untilQuiet(central, [one, two]);
  await close(one, early.applicationId, 'Bilgi verildi');
  await recordCall(two, late.applicationId);
  await untilQuiet(central, [one, two]);
  await two.ok('application.close', closing(late.applicationId, 'Bilgi verildi'));
  const entries = await expectSameEverywhere(counters);
  for (const { applicationId } of [early, late])
    expect(foldsOf(entries)[`application/${applicationId}`]).toMatchObject({
      status: 'closed',
      conflicts: [],
    });
});

test('an entry of a type that nobody here knows yet is kept and passed on', async () => {
  const counters = await open();
  const { one } = counters;
  const { applicationId } = await register(one);
  await untilQuiet(central, [one]);
  const apiKey = await central.createKey(one.branch);
  const entry = await pushFromNewerCounter(central.proxy.url, apiKey, applicationId);
  const entries = await expectSameEverywhere(counters);
  expect(entries).toContainEqual(entry);
  const file = await one.ok('application.get', { applicationId });
  expect(file).toMatchObject({ status: 'registered' });
});

test('with a wrong key everything waits; with the right one all arrives', async () => {
  const counters = await open();
  const { one } = counters;
  const apiKey = await central.createKey(one.branch);
  await untilQuiet(central, [one]);
  await one.setKey(`${apiKey.slice(0, -4)}abcd`);
  // The first may have been on its way with the old key.
  for (let exchange = 0; exchange < 2; exchange += 1) await one.exchange();
  await register(one, 'anahtar yanlışken');
  expect(await one.crm()).toMatchObject({
    state: 'key_refused',
    trouble: expect.stringContaining('anahtar'),
  });
  await one.setKey(apiKey);
  expect(describedIn(await expectSameEverywhere(counters))).toEqual(['anahtar yanlışken']);
});

test('a backlog of several slices is pushed and read back page by page', async () => {
  const counters = await open();
  const { one } = counters;
  central.cutLine();
  while ((await one.crm()).unsent <= 2 * maxBatch)
    for (let made = 0; made < 40; made += 1)
      await one.ok('ticket.issue', { categoryCode: 'general', priority: false });
  central.mendLine();
  const entries = await expectSameEverywhere(counters);
  expect(entries.length).toBeGreaterThan(2 * maxBatch);
});

test('SP-1 SP-4: an SMS that is asked for is sent once, and its delivery comes to the timeline', async () => {
  const counters = await open();
  const { one, two } = counters;
  const { applicationId, smsId } = await register(one);
  const entries = await expectSameEverywhere(counters);
  expect(central.sent.get(smsId ?? '')).toBe(1);
  expect(entries.filter((entry) => entry.type === 'sms.reported')).toHaveLength(2);
  for (const counter of [one, two]) {
    const { timeline } = await counter.ok('application.get', { applicationId });
    expect(timeline.filter((item) => item.kind === 'sms')).toMatchObject([{ smsState: 'delivered' }]);
  }
});

test('SP-2: what the team answers arrives on the list “answered” of every counter', async () => {
  const { one, two } = await open();
  const { applicationId } = await register(one);
  await one.ok('application.route', { applicationId, teamCode: 'outage_repair', note: '' });
  await untilQuiet(central, [one, two]);
  const act = () =>
    central.actAsTeam('outage_repair', applicationId, { kind: 'answer', text: 'Hat onarıldı' });
  expect([await act(), await act()]).toEqual(['done', 'done']);
  await untilQuiet(central, [one, two]);
  for (const counter of [one, two]) {
    const { rows } = await counter.ok('application.list', { list: 'answered', offset: 0, limit: 10 });
    expect(rows.map((row) => [row.id, row.status])).toEqual([[applicationId, 'answered_by_team']]);
    const { timeline } = await counter.ok('application.get', { applicationId });
    expect(timeline.filter((item) => item.kind === 'answered')).toMatchObject([{ text: 'Hat onarıldı' }]);
  }
});

test('two PCs that gave their administrators one name can both still be signed in to', async () => {
  const apiKey = await central.createKey('99');
  const options = { url: central.proxy.url, apiKey, branch: '99', administrator: 'yonetici' };
  const one = await openCounter({ ...options, workstationNo: 1 });
  const two = await openCounter({ ...options, workstationNo: 2 });
  try {
    await untilQuiet(central, [one, two]);
    for (const counter of [one, two]) await counter.restart();
    await register(one);
    await register(two);
  } finally {
    await one.remove();
    await two.remove();
  }
});
