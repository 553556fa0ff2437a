import { afterEach, beforeEach, expect, test } from 'vitest';
import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import type { Counter } from '../../testing/sync/counter.ts';
import { collect, setOf, untilQuiet } from '../../testing/sync/evidence.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { pushFromThirdCounter } from '../../testing/sync/third-counter.ts';
import { describedIn, register } from '../../testing/sync/walk-in.ts';

let central: Central;
let pair: Pair;
let one: Counter;
let two: Counter;

beforeEach(async () => {
  central = await startCentral();
  pair = await openPair(central);
  ({ one, two } = pair);
});
afterEach(async () => {
  await pair.remove();
  await central.remove();
});

async function expectSameEverywhere() {
  const { entries, atGateway, stores } = await collect(central, [one, two]);
  expect(stores).toEqual([atGateway, atGateway]);
  return entries;
}

const held = async () => setOf(await central.entries(one.branch));

function missingIn(now: readonly string[], before: readonly string[]): readonly string[] {
  return before.filter((entry) => !now.includes(entry));
}

/** What the gateway's outbox shows. */
async function outbox() {
  return central.gateway().db.selectFrom('sms_outbox').select(['text', 'state']).execute();
}

/** Registered, its SMS sent and delivered, with a team, answered. */
async function registerAndAnswer(): Promise<string> {
  const { applicationId } = await register(one);
  await one.ok('application.route', { applicationId, teamCode: 'outage_repair', note: '' });
  await untilQuiet(central, [one, two]);
  await central.actAsTeam('outage_repair', applicationId, { kind: 'answer', text: 'Hat onarıldı' });
  await untilQuiet(central, [one, two]);
  return applicationId;
}

test('a counter that writes nothing and never lost the line tells a restored gateway again what it lost', async () => {
  await register(one, 'yedekte olan');
  await untilQuiet(central, [one, two]);
  const backup = await central.backUp();
  await register(one, 'yedekten sonra');
  await untilQuiet(central, [one, two]);
  await central.restore(backup);
  expect(describedIn(await central.entries(one.branch))).toEqual(['yedekte olan']);
  await one.exchange();
  expect(describedIn(await central.entries(one.branch))).toEqual(['yedekte olan', 'yedekten sonra']);
});

test('a restored gateway has the team’s answer again, sends no SMS twice, and its outbox shows it once', async () => {
  const backup = await central.backUp();
  const applicationId = await registerAndAnswer();
  const before = await held();
  const shown = await outbox();
  expect(shown).toMatchObject([{ state: 'delivered' }]);
  await central.restore(backup);
  expect(await outbox()).toEqual([]);

  await untilQuiet(central, [one, two]);
  expect(await held()).toEqual(before);
  expect(await outbox()).toEqual(shown);
  expect([...central.sent.values()]).toEqual([1]);
  const answered = central.gateway().db.selectFrom('applications').select(['id', 'status']);
  expect(await answered.execute()).toEqual([{ id: applicationId, status: 'answered_by_team' }]);
  await expectSameEverywhere();
});

test('an SMS that still waits in the backup is settled by its returned report', async () => {
  await register(one);
  await one.exchange();
  expect(await outbox()).toMatchObject([{ state: 'waiting' }]);
  const backup = await central.backUp();
  await untilQuiet(central, [one, two]);
  await central.restore(backup);
  await one.exchange();
  await untilQuiet(central, [one, two]);
  expect(await outbox()).toMatchObject([{ state: 'delivered' }]);
  expect([...central.sent.values()]).toEqual([1]);
});

test('a counter gives back what another one wrote that is gone for good', async () => {
  const backup = await central.backUp();
  await register(one, 'gidenin kaydı');
  await untilQuiet(central, [one, two]);
  const before = await held();
  await one.stop();
  await central.restore(backup);
  await untilQuiet(central, [two]);
  expect(await held()).toEqual(before);
  await one.restart();
  await expectSameEverywhere();
});

test('what a restored gateway was told before a counter came back hides nothing that this one gives back', async () => {
  const apiKey = await central.createKey(one.branch);
  const backup = await central.backUp();
  await registerAndAnswer();
  const before = await held();
  for (const counter of [one, two]) await counter.stop();
  await central.restore(backup);
  await pushFromThirdCounter(central.proxy.url, apiKey, maxBatch + 1);
  await two.restart();
  await untilQuiet(central, [two]);
  expect(missingIn(await held(), before)).toEqual([]);
  await one.restart();
  await expectSameEverywhere();
  expect([...central.sent.values()]).toEqual([1]);
});

test.each(['drop_request', 'drop_reply', 'server_error'] as const)(
  'what was interrupted by %s while a counter gave back is gone on with, however deep it had come',
  async (fault) => {
    const apiKey = await central.createKey(one.branch);
    await untilQuiet(central, [one, two]);
    const backup = await central.backUp();
    await pushFromThirdCounter(central.proxy.url, apiKey, 2 * maxBatch + 1);
    await untilQuiet(central, [one, two]);
    const before = await held();
    await one.stop();
    await central.restore(backup);
    let given = 0;
    central.proxy.setFault(({ path }) => {
      if (path !== '/v1/returned') return undefined;
      given += 1;
      return given === 2 ? fault : undefined;
    });
    await two.exchange();
    expect(missingIn(await held(), before)).not.toEqual([]);
    await two.restart();
    await untilQuiet(central, [two]);
    expect(missingIn(await held(), before)).toEqual([]);
    await one.restart();
    await expectSameEverywhere();
  },
);
