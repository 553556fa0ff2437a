import { afterAll, beforeAll, expect, test } from 'vitest';
import { aLifeSupport, signOnScreen } from '../../testing/consent-desk.ts';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import type { Counter } from '../../testing/sync/counter.ts';
import { untilQuiet } from '../../testing/sync/evidence.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';

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

async function given(counter: Counter) {
  const { applicationId } = await counter.ok('application.register', aLifeSupport());
  const { consentIds } = await signOnScreen(counter, applicationId);
  await untilQuiet(central, [pair.one, pair.two]);
  return { applicationId, consentId: consentIds[0] ?? '' };
}

const stateAt = async (counter: Counter, applicationId: string) => {
  const { consents, ground } = await counter.ok('consent.ofApplication', { applicationId });
  return {
    ground: ground?.basis ?? null,
    consents: consents.map(({ isInForce, withdrawal, review }) => [
      isInForce,
      withdrawal?.channel ?? null,
      review?.outcome ?? null,
    ]),
  };
};

test('a consent given at one desk is taken back at another while the network is down, and both come to the same', async () => {
  const { one, two } = pair;
  const { applicationId, consentId } = await given(one);
  central.cutLine();
  await two.ok('consent.withdraw', { applicationId, consentId, channel: 'desk', note: '' });
  expect(
    await two.call('application.route', { applicationId, teamCode: 'outage_repair', note: '' }),
  ).toMatchObject({
    error: { code: 'special_ground_needed' },
  });
  // The other has not heard of it yet and goes on in good faith.
  expect((await stateAt(one, applicationId)).ground).toBe('consent');
  central.mendLine();
  await untilQuiet(central, [one, two]);
  for (const counter of [one, two])
    expect(await stateAt(counter, applicationId)).toEqual({
      ground: null,
      consents: [[false, 'desk', null]],
    });
});

test('two desks that decide differently on one withdrawal while they are apart: the first stands, the other is shown', async () => {
  const { one, two } = pair;
  const { applicationId, consentId } = await given(one);
  await one.ok('consent.withdraw', { applicationId, consentId, channel: 'desk', note: '' });
  await untilQuiet(central, [one, two]);
  central.cutLine();
  one.clock.advance(60_000);
  two.clock.advance(120_000);
  const review = { applicationId, consentId, ground: 'KVKK md. 7', note: '' };
  await one.ok('consent.review', { ...review, outcome: 'keep' });
  await two.ok('consent.review', { ...review, outcome: 'erase' });
  central.mendLine();
  await untilQuiet(central, [one, two]);
  for (const counter of [one, two]) {
    expect((await stateAt(counter, applicationId)).consents).toEqual([[false, 'desk', 'keep']]);
    const { conflicts } = await counter.ok('application.get', { applicationId });
    expect(conflicts.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('ilki geçerli')]);
  }
});
