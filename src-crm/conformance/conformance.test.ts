import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApiKey, withdrawApiKey } from '../access/api-keys.ts';
import { systemClock } from '../lib/clock.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { gatewayOfSuite } from '../testing/suite.ts';
import { allChecks } from './all-checks.ts';
import { type Outcome, runChecks } from './run-checks.ts';
import { createTarget, type TargetOptions } from './target.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const rateLimits: Outcome = {
  name: 'limits: too many requests are refused in the shape of every refusal',
  result: 'not_checked',
  reason: 'the gateway never answered 429 while it was checked',
};

it('names each check once', () => {
  const names = allChecks.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(databaseVarieties())('our own gateway on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, systemClock);
  let given: TargetOptions & { readonly otherKey: string; readonly withdrawnKey: string };

  beforeAll(async () => {
    const { db, clock } = suite.gateway;
    const { url } = await suite.gateway.start(0);
    const withdrawn = await createApiKey(db, clock, '26');
    await withdrawApiKey(db, clock, withdrawn.id);
    given = {
      url,
      apiKey: (await createApiKey(db, clock, '26')).apiKey,
      otherKey: (await createApiKey(db, clock, '43')).apiKey,
      withdrawnKey: withdrawn.apiKey,
    };
  });

  it('keeps to the contract, checked from the command line', async () => {
    const { code, out, err } = await run([given.url, '--with-consumer'], {
      BANKO_CRM_KEY: given.apiKey,
      BANKO_CRM_OTHER_KEY: given.otherKey,
      BANKO_CRM_WITHDRAWN_KEY: given.withdrawnKey,
    });
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => !line.startsWith('✓'))).toEqual([
      `– ${rateLimits.name} (too_many_requests)`,
      `    not checked: ${rateLimits.reason}`,
      `${allChecks.length - 1} passed, 0 failed, 1 not checked.`,
      '',
    ]);
    expect(out).toContain('✓ push: takes a log from its beginning (POST /v1/logs/:log/entries)');
  });

  it('keeps to it again, with what the first run has left', async () => {
    const outcomes = await runChecks(allChecks, createTarget({ ...given, withConsumer: true }), () => {});
    expect(outcomes.filter(({ result }) => result !== 'passed')).toEqual([rateLimits]);
  });

  it('is not said to keep to what could not be checked', async () => {
    const { url, apiKey } = given;
    const wanting = allChecks.filter(({ name }) =>
      /another branch|stays with the branch|withdrawn|finds/.test(name),
    );
    const outcomes = await runChecks(wanting, createTarget({ url, apiKey }), () => {});
    const otherKey = 'BANKO_CRM_OTHER_KEY (the key of another branch) was not given';
    expect(outcomes.map(({ result, reason }) => [result, reason])).toEqual([
      ['not_checked', 'BANKO_CRM_WITHDRAWN_KEY (a withdrawn key) was not given'],
      ['not_checked', otherKey],
      ['not_checked', otherKey],
      ['not_checked', otherKey],
      ['not_checked', '--with-consumer was not given (it leaves a test consumer at the gateway)'],
    ]);
  });
});

describe('the command line', () => {
  it.each([[['localhost']], [['http://localhost:1', '--colour']]])('explains itself for %j', async (args) => {
    const { code, err } = await run(args, { BANKO_CRM_KEY: 'x' });
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'Usage: BANKO_CRM_KEY=<key> npm run crm:conformance -- <url> [--with-consumer]',
    ]);
  });

  it('fails where nothing answers', async () => {
    const { code, out } = await run(['http://127.0.0.1:1'], { BANKO_CRM_KEY: 'x' });
    expect(code).toBe(1);
    expect(out).toContain(
      '✗ access: health answers without a key (GET /health, without a key)\n    fetch failed',
    );
  });
});

async function run(args: readonly string[], keys: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env.PATH, ...keys } });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err };
}
