import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import type { Counter } from '../../testing/sync/counter.ts';
import { collect, setOf, untilQuiet } from '../../testing/sync/evidence.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { close, describedIn, recordCall, register } from '../../testing/sync/walk-in.ts';

let central: Central;
let pair: Pair;
let one: Counter;
let two: Counter;

beforeAll(async () => {
  central = await startCentral();
});
beforeEach(async () => {
  pair = await openPair(central);
  one = pair.one;
  two = pair.two;
  await untilQuiet(central, [one, two]);
});
afterEach(async () => {
  central.proxy.setFault(() => undefined);
  await pair.remove();
});
afterAll(() => central.remove());

/** Both stores and the gateway hold the very same entries, each once, and every chain verifies. */
async function expectSameEverywhere() {
  const { entries, atGateway, stores } = await collect(central, [one, two]);
  expect(stores).toEqual([atGateway, atGateway]);
  return entries;
}

test('a store from an old backup gets its own entries back and gives no number twice', async () => {
  await register(one);
  const backup = await one.backUp();
  await register(one);
  await register(one);
  await untilQuiet(central, [one, two]);
  await one.restore(backup);
  await untilQuiet(central, [one, two]);
  expect((await register(one)).applicationNo).toBe(`${one.branch}-2026-0100004`);
  await expectSameEverywhere();
  expect((await one.crm()).trouble).toBeNull();
});

test('what is written while the own entries come back has its place taken, and goes on in a new log', async () => {
  const backup = await one.backUp();
  for (const words of ['önce 1', 'önce 2', 'önce 3']) await register(one, words);
  await untilQuiet(central, [one, two]);
  const { promise: isBack, resolve: back } = Promise.withResolvers<void>();
  let isWritten = false;
  central.proxy.setFault(async ({ path }) => {
    if (isWritten || !path.includes('/entries?after=')) return undefined;
    isWritten = true;
    // The page is on its way when the clerk signs in and registers.
    await isBack;
    await register(one, 'araya giren');
    return undefined;
  });
  await one.restore(backup, 'at_once');
  back();
  const entries = await expectSameEverywhere();
  expect(isWritten).toBe(true);
  expect(describedIn(entries)).toEqual(['araya giren', 'önce 1', 'önce 2', 'önce 3']);
});

test('a store from an old backup that worked offline: nothing lost, nothing twice, and a person is told', async () => {
  const shared = await register(one, 'yedekten önce');
  const backup = await one.backUp();
  await register(one, 'yedekten sonra');
  await untilQuiet(central, [one, two]);
  central.cutLine();
  await one.restore(backup);
  await register(one, 'çatalda');
  await close(one, shared.applicationId, 'Bilgi verildi');
  central.mendLine();

  const entries = await expectSameEverywhere();
  expect(describedIn(entries)).toEqual(['yedekten sonra', 'yedekten önce', 'çatalda']);
  expect((await one.crm()).trouble).toContain('eski bir yedekten');
  const opened = entries.filter((entry) => entry.type === 'workstation.opened');
  expect(opened).toHaveLength(3);
  await register(one, 'yeni günlükte');
  await expectSameEverywhere();
});

test('an entry that is written while the fork is being mended is not lost', async () => {
  const backup = await one.backUp();
  await register(one, 'asıl');
  await untilQuiet(central, [one, two]);
  central.cutLine();
  await one.restore(backup);
  await register(one, 'çatalda');
  central.mendLine();
  let written = 0;
  central.proxy.setFault(async ({ path }) => {
    if (!path.includes('after=') || written === 8) return undefined;
    written += 1;
    await register(one, `onarım sürerken ${written}`);
    return undefined;
  });
  const entries = await expectSameEverywhere();
  const during = Array.from({ length: 8 }, (_, index) => `onarım sürerken ${index + 1}`);
  expect(describedIn(entries)).toEqual(['asıl', ...during, 'çatalda']);
});

test('a backup from before a fork, restored after the fork was mended, blocks nothing', async () => {
  const early = await one.backUp();
  await register(one, 'asıl');
  await untilQuiet(central, [one, two]);
  central.cutLine();
  await one.restore(early);
  await register(one, 'çatalda');
  const forked = await one.backUp();
  central.mendLine();
  await untilQuiet(central, [one, two]);
  central.cutLine();
  await one.restore(forked);
  await register(one, 'ikinci çatalda');
  central.mendLine();
  const entries = await expectSameEverywhere();
  expect(describedIn(entries)).toEqual(['asıl', 'ikinci çatalda', 'çatalda']);
});

test('a gateway from an old backup is told again, and each counter learns what the other told it', async () => {
  await register(one, 'yedekte olan');
  await untilQuiet(central, [one, two]);
  const backup = await central.backUp();
  for (const counter of [one, two]) await register(counter, 'yedekte olmayan');
  await untilQuiet(central, [one, two]);
  const before = setOf(await central.entries(one.branch));
  await two.stop();
  await central.restore(backup);
  // Told before the other counter comes back: it takes positions that the other has read past.
  for (const words of ['sonradan 1', 'sonradan 2']) await register(one, words);
  await untilQuiet(central, [one]);
  await two.restart();
  expect(setOf(await expectSameEverywhere())).toEqual(expect.arrayContaining([...before]));
});

test('what a gateway from an old backup writes at a place in its log that it has used before is kept', async () => {
  const { applicationId } = await register(one);
  await one.ok('application.route', { applicationId, teamCode: 'outage_repair', note: '' });
  await untilQuiet(central, [one, two]);
  const backup = await central.backUp();
  await central.actAsTeam('outage_repair', applicationId, { kind: 'take' });
  await untilQuiet(central, [one, two]);
  await central.restore(backup);
  await central.actAsTeam('outage_repair', applicationId, { kind: 'answer', text: 'Hat onarıldı' });
  await untilQuiet(central, [one, two]);
  expect(await one.ok('application.get', { applicationId })).toMatchObject({
    status: 'answered_by_team',
    latestAnswer: { answer: 'Hat onarıldı' },
  });
});

test('a gateway from an old backup gets the end of a closed log again', async () => {
  const backup = await one.backUp();
  await register(one, 'asıl');
  const gatewayBackup = await central.backUp();
  await untilQuiet(central, [one, two]);
  central.cutLine();
  await one.restore(backup);
  const { applicationId } = await register(one, 'çatalda');
  await recordCall(one, applicationId);
  central.mendLine();
  await untilQuiet(central, [one, two]);
  await central.restore(gatewayBackup);
  await untilQuiet(central, [one, two]);
  expect(describedIn(await central.entries(one.branch))).toEqual(['asıl', 'çatalda']);
  expect((await one.crm()).unsent).toBe(0);
});
