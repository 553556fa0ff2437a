import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyHead, followChain } from '../../../src-shared/ledger/chain.ts';
import { knownEntry } from '../../../src-shared/ledger/entry-types.ts';
import { createSeeded, seedOfRun } from '../../testing/seeded.ts';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import { collect, untilQuiet } from '../../testing/sync/evidence.ts';
import { faults } from '../../testing/sync/fault-proxy.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { createRandomWork, wordsIn } from '../../testing/sync/random-work.ts';
import { sha256 } from '../ledger/digest.ts';

const seed = seedOfRun();
const rounds = 60;
let central: Central;
let pair: Pair;

beforeAll(async () => {
  central = await startCentral();
  pair = await openPair(central);
});
afterAll(async () => {
  await pair.remove();
  await central.remove();
});

test(`whatever goes wrong on the way, all three come to hold the same (BANKO_SEED=${seed})`, async () => {
  const seeded = createSeeded(seed);
  const counters = [pair.one, pair.two];
  const work = createRandomWork(central, seeded);
  central.proxy.setFault(() => (seeded.isOneIn(3) ? seeded.pick(faults) : undefined));

  for (let round = 0; round < rounds; round += 1) {
    const busy = counters.filter(() => seeded.isOneIn(2));
    await Promise.all(busy.map((counter) => work.act(counter)));
    await Promise.all(counters.filter(() => seeded.isOneIn(2)).map((counter) => counter.exchange()));
    const counter = seeded.pick(counters);
    if (counter === undefined) continue;
    counter.clock.advance(Math.floor(seeded.next() * 120_000));
    if (seeded.isOneIn(4)) await work.actAsTeam();
    if (seeded.isOneIn(5)) await central.sendSms();
    if (seeded.isOneIn(12)) await work.backUp(counter);
    if (seeded.isOneIn(15)) await work.restore(counter);
    if (seeded.isOneIn(20)) await counter.restart();
    if (seeded.isOneIn(10)) central.cutLine();
    if (seeded.isOneIn(4)) central.mendLine();
  }
  central.proxy.setFault(() => undefined);
  central.mendLine();
  await untilQuiet(central, counters);
  for (const counter of counters) {
    const before = await counter.ok('application.counts', {});
    await counter.ok('system.rebuild', {});
    expect(await counter.ok('application.counts', {})).toEqual(before);
  }

  const { entries, atGateway, stores } = await collect(central, counters);
  expect(stores).toEqual([atGateway, atGateway]);
  for (const [log, ofLog] of Map.groupBy(entries, (entry) => entry.log)) {
    const inPlace = ofLog.toSorted((a, b) => a.seq - b.seq);
    expect(followChain(emptyHead(log), inPlace, sha256)).toHaveProperty('head.seq', ofLog.length);
  }
  const words = wordsIn(entries);
  expect(new Set(words).size).toBe(words.length);
  expect([...work.acknowledged].filter((expected) => !words.includes(expected))).toEqual([]);

  const asked = entries.flatMap((entry) => {
    const known = knownEntry(entry);
    return known?.type === 'sms.requested' ? [known.payload.smsId] : [];
  });
  expect([...central.sent].toSorted()).toEqual(asked.toSorted().map((smsId) => [smsId, 1]));
});
