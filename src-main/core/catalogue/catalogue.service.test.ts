import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../testing/make-core.ts';
import { comeBack, setUp, signInAs } from '../../testing/workplace.ts';

let counter: TestCore;
const day = 24 * 3_600_000;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
});
afterEach(() => counter.remove());

test('a supervisor reads from October on which table of holidays must be confirmed, a clerk does not', async () => {
  for (const role of ['supervisor', 'clerk'] as const) await signInAs(counter, role);
  const troubles = () => counter.ok('catalogue.holidayTrouble', {}, { window: 'supervisor' });
  expect(await troubles()).toEqual({ troubles: [] });
  counter.clock.advance(250 * day);
  await comeBack(counter, 'supervisor', 'clerk');
  expect(await troubles()).toMatchObject({ troubles: [{ year: 2027, kind: 'unconfirmed' }] });
  expect(await counter.call('catalogue.holidayTrouble', {}, { window: 'clerk' })).toMatchObject({
    error: { code: 'forbidden' },
  });
});
