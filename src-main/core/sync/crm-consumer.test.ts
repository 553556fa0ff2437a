import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import { type Counter, openCounter } from '../../testing/sync/counter.ts';
import { untilQuiet } from '../../testing/sync/evidence.ts';
import { register } from '../../testing/sync/walk-in.ts';
import { anApplication, wholeCard } from '../../testing/workplace.ts';

let central: Central;
const counters: Counter[] = [];

beforeAll(async () => {
  central = await startCentral();
});
afterAll(async () => {
  for (const counter of counters) await counter.remove();
  await central.remove();
});

async function open(branch: string, workstationNo: number): Promise<Counter> {
  const apiKey = await central.createKey(branch);
  const counter = await openCounter({ url: central.proxy.url, apiKey, branch, workstationNo });
  counters.push(counter);
  return counter;
}

async function findAyse(counter: Counter) {
  return (await counter.ok('consumer.findInCrm', { text: '10000000146' })).consumers;
}

test('a consumer of one branch who is found in the CRM by two PCs of another stays one consumer everywhere', async () => {
  const home = await open('26', 1);
  const [away, beside] = [await open('03', 1), await open('03', 2)];
  const { applicationId } = await register(home);
  const { consumerId } = await home.ok('application.get', { applicationId });
  await untilQuiet(central, [home]);

  const [found, ...others] = await findAyse(away);
  await findAyse(beside);
  expect({ id: found?.id, others }).toEqual({ id: consumerId, others: [] });
  central.cutLine();
  for (const [counter, installationNo] of [
    [away, '20000091010'],
    [beside, '20000091011'],
  ] as const)
    await counter.ok(
      'application.register',
      anApplication({ consumerId: found?.id ?? null, installationNo }),
    );
  central.mendLine();
  await untilQuiet(central, [away, beside]);

  for (const counter of [away, beside]) {
    const card = await wholeCard(counter, consumerId ?? '');
    expect(card.applications).toHaveLength(2);
    expect(card.installations).toContain('10000091010');
    expect((await counter.ok('search.find', { text: '10000000146' })).consumers).toHaveLength(1);
  }
  expect(await findAyse(home)).toEqual([found]);
});
