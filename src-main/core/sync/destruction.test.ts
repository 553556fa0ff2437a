import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSealIntact } from '../../../src-shared/ledger/chain.ts';
import { eventually } from '../../testing/attachment-desk.ts';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import type { Counter } from '../../testing/sync/counter.ts';
import { collect, untilQuiet } from '../../testing/sync/evidence.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { close, register } from '../../testing/sync/walk-in.ts';
import { sha256 } from '../ledger/digest.ts';

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

/** Until that PC has erased by that run and written its store anew; each look is a minute later. */
async function erasedAt(counter: Counter, runId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        counter.clock.advance(61_000);
        await counter.exchange();
        // PCs without a hub each propose one.
        return (await counter.ok('retention.state', {})).runs.find(({ id }) => id === runId)?.state;
      },
      { timeout: 30_000 },
    )
    .toBe('compacted');
}

test('what one PC has destroyed is erased at the other and at the gateway, and no old backup brings it back', async () => {
  const { one, two } = pair;
  const { applicationId } = await register(one, 'unutulacak');
  await close(one, applicationId, 'Bilgi verildi');
  await untilQuiet(central, [one, two]);
  const oldStore = await two.backUp();
  const oldGateway = await central.backUp();
  for (const counter of [one, two]) counter.clock.set('2037-03-10T07:00:00.000Z');
  let runId = '';
  await eventually(async () => {
    const [run] = (await one.ok('retention.state', {})).runs;
    if (run === undefined) throw new Error('not proposed yet');
    runId = run.id;
  });
  await one.ok('retention.approve', { runId });
  await untilQuiet(central, [one, two]);
  await two.ok('retention.approve', { runId });
  await eventually(() => two.ok('retention.report', { runId }).then(() => {}));
  await untilQuiet(central, [one, two]);
  for (const counter of [one, two]) await erasedAt(counter, runId);

  const payloads = async () =>
    (await central.entries(one.branch)).filter(
      ({ stream, salt }) => stream.id === applicationId && salt !== null,
    );
  expect(await payloads()).toEqual([]);
  await two.restore(oldStore);
  await central.restore(oldGateway);
  expect(await payloads()).not.toEqual([]);
  await untilQuiet(central, [one, two]);
  expect(await payloads()).toEqual([]);

  const { atGateway, stores, entries } = await collect(central, [one, two]);
  expect(stores).toEqual([atGateway, atGateway]);
  expect(entries.filter(({ stream, salt }) => stream.id === applicationId && salt !== null)).toEqual([]);
  expect(entries.every((entry) => isSealIntact(entry, sha256))).toBe(true);
});
