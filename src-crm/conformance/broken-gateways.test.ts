import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey, withdrawApiKey } from '../access/api-keys.ts';
import { systemClock } from '../lib/clock.ts';
import { type BrokenGateway, brokenGateways, type Keys } from '../testing/broken-gateways.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { openSpoilingProxy } from '../testing/spoiling-proxy.ts';
import { gatewayOfSuite } from '../testing/suite.ts';
import { allChecks } from './all-checks.ts';
import { type Outcome, runChecks } from './run-checks.ts';
import { createTarget } from './target.ts';

const [{ start } = { start: undefined }] = databaseVarieties();
const rateLimits = 'limits: too many requests are refused in the shape of every refusal';

describe('a gateway that is broken in one way', () => {
  if (start === undefined) throw new Error('PGlite is always there');
  const suite = gatewayOfSuite(start, systemClock);
  let keys: Keys;
  let proxy: Awaited<ReturnType<typeof openSpoilingProxy>>;
  const noKeys: Keys = { apiKey: '', otherKey: '', withdrawnKey: '' };

  beforeAll(async () => {
    const { db, clock } = suite.gateway;
    const { url } = await suite.gateway.start(0);
    const withdrawn = await createApiKey(db, clock, '26');
    await withdrawApiKey(db, clock, withdrawn.id);
    keys = {
      apiKey: (await createApiKey(db, clock, '26')).apiKey,
      otherKey: (await createApiKey(db, clock, '43')).apiKey,
      withdrawnKey: withdrawn.apiKey,
    };
    proxy = await openSpoilingProxy(url);
  });
  afterAll(() => proxy.close());

  async function outcomesOf(names: readonly string[]): Promise<readonly Outcome[]> {
    const target = createTarget({ url: proxy.url, ...keys, withConsumer: true });
    return await runChecks(
      allChecks.filter(({ name }) => names.includes(name)),
      target,
      () => {},
    );
  }

  it('would pass, were it not broken', async () => {
    const outcomes = await outcomesOf(allChecks.map(({ name }) => name));
    expect(outcomes.filter(({ result }) => result !== 'passed').map(({ name }) => name)).toEqual([
      rateLimits,
    ]);
  });

  it('can fail each check', () => {
    const caught = new Set(brokenGateways(noKeys).map(([, check]) => check));
    expect([...caught].toSorted()).toEqual(allChecks.map(({ name }) => name).toSorted());
  });

  it.each(brokenGateways(noKeys).map(([defect, check]: BrokenGateway, index) => ({ defect, check, index })))(
    'is found out where it $defect: $check',
    async ({ check, index }) => {
      proxy.use(brokenGateways(keys)[index]?.[2] ?? {});
      // Who is answered 429 has to ask for something first.
      const names = check === rateLimits ? ['push: takes a log from its beginning', check] : [check];
      const outcome = (await outcomesOf(names)).at(-1);
      expect(outcome).toMatchObject({ name: check, result: 'failed' });
      // A check that stumbles has not found anything out.
      expect(outcome?.reason).not.toMatch(/^(fetch failed|Cannot |A payload|The operation)/);
    },
  );
});
