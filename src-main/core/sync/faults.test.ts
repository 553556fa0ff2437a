import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import type { Counter } from '../../testing/sync/counter.ts';
import { collect, untilQuiet } from '../../testing/sync/evidence.ts';
import type { Fault } from '../../testing/sync/fault-proxy.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { register } from '../../testing/sync/walk-in.ts';

let central: Central;
let pair: Pair;
let one: Counter;
let two: Counter;

beforeAll(async () => {
  central = await startCentral();
  pair = await openPair(central);
  one = pair.one;
  two = pair.two;
});
afterEach(() => central.proxy.setFault(() => undefined));
afterAll(async () => {
  await pair.remove();
  await central.remove();
});

/** Lets the next request of that kind run into the fault, once; true when it has. */
function once(fault: Fault, method: string, path: RegExp): () => boolean {
  let isOver = false;
  central.proxy.setFault((asked) => {
    if (isOver || asked.method !== method || !path.test(asked.path)) return undefined;
    isOver = true;
    return fault;
  });
  return () => isOver;
}

async function expectSameEverywhere() {
  const { entries, atGateway, stores } = await collect(central, [one, two]);
  expect(stores).toEqual([atGateway, atGateway]);
  return entries;
}

test.each([
  ['the request to push is lost', 'drop_request', 'POST', /entries/],
  ['the reply to a push is lost', 'drop_reply', 'POST', /entries/],
  ['a push arrives twice', 'repeat', 'POST', /entries/],
  ['the reply to a push breaks off', 'cut_off', 'POST', /entries/],
  ['the gateway fails at a push', 'server_error', 'POST', /entries/],
  ['the gateway asks for a pause', 'too_many', 'POST', /entries/],
  ['the reply to the feed is lost', 'drop_reply', 'GET', /feed/],
  ['the reply to the feed breaks off', 'cut_off', 'GET', /feed/],
  ['the answer about the head is lost', 'drop_reply', 'GET', /head/],
] as const)('nothing is lost and nothing comes twice when %s', async (_what, fault, method, path) => {
  const hasHappened = once(fault, method, path);
  const { applicationId } = await register(one);
  await one.restart();
  const entries = await expectSameEverywhere();
  expect(hasHappened()).toBe(true);
  const registrations = entries.filter(
    (entry) => entry.stream.id === applicationId && entry.type === 'application.registered',
  );
  expect(registrations).toHaveLength(1);
});

test('answers that overtake each other change nothing', async () => {
  central.proxy.setFault(() => 'delay');
  for (let round = 0; round < 4; round += 1) {
    await Promise.all([register(one), register(two)]);
    await Promise.all([one.exchange(), two.exchange()]);
  }
  central.proxy.setFault(() => undefined);
  await expectSameEverywhere();
});

test('after 429 nobody asks again before the time that it named, whatever is written meanwhile', async () => {
  await untilQuiet(central, [one, two]);
  await two.stop();
  let asked = 0;
  central.proxy.setFault(async (): Promise<Fault> => {
    asked += 1;
    // Written while the request is on its way: a wish to send that must not outlive the answer.
    await register(one);
    return 'too_many';
  });
  await one.exchange();
  await register(one);
  one.clock.advance(89_000);
  await register(one);
  expect(await one.crm()).toMatchObject({ state: 'offline', trouble: expect.stringContaining('yoğun') });
  // Lets what may still be on its way arrive.
  await one.stop();
  expect(asked).toBe(1);

  central.proxy.setFault(() => undefined);
  await one.restart();
  await two.restart();
  await expectSameEverywhere();
});
