import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const soon = '2026-03-10T09:00:00.000Z';
const later = '2026-03-11T07:00:00.000Z';

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

const register = async () => (await counter.ok('application.register', anApplication(), clerk)).applicationId;
const attempt = (
  applicationId: string,
  result: 'reached' | 'no_answer' | 'wrong_person' | 'refused_verification',
  callBackAt: string | null = null,
) => counter.call('application.recordCall', { applicationId, result, note: '', callBackAt }, clerk);
const toCall = async () => {
  const asked = { list: 'call_back', offset: 0, limit: 9 } as const;
  const { rows } = await counter.ok('application.list', asked, clerk);
  return rows.map(({ id, callBackAt }) => [id, callBackAt]);
};

describe('SP-3: who was not reached', () => {
  test('is to be called again at the time that was set, the earliest first', async () => {
    const [one, two] = [await register(), await register()];
    await attempt(one, 'no_answer', later);
    await attempt(two, 'wrong_person', soon);
    expect(await toCall()).toEqual([
      [two, soon],
      [one, later],
    ]);
    await attempt(two, 'reached');
    expect(await toCall()).toEqual([[one, later]]);
  });

  test('is off the list with another attempt that sets no time, and with the closing', async () => {
    const id = await register();
    await attempt(id, 'no_answer', soon);
    await attempt(id, 'refused_verification');
    expect(await toCall()).toEqual([]);
    await attempt(id, 'no_answer', soon);
    await counter.ok(
      'application.close',
      {
        applicationId: id,
        outcomeKind: 'informed',
        outcome: 'Ulaşılamadı, yazılı bildirildi',
        durableMedium: 'sms',
        satisfaction: 'not_asked',
      },
      clerk,
    );
    expect(await toCall()).toEqual([]);
  });

  test.each([
    ['a time that is over', 'no_answer', '2026-03-10T06:59:59.000Z', 'ileri bir zaman'],
    ['a time for somebody who was reached', 'reached', soon, 'Görüşülen kişi'],
  ] as const)('%s is refused at its field', async (_, result, at, message) => {
    const id = await register();
    const before = await countEntries(counter);
    expect(await attempt(id, result, at)).toMatchObject({
      error: { fields: [{ path: 'callBackAt', message: expect.stringContaining(message) }] },
    });
    expect(await countEntries(counter)).toBe(before);
  });

  test('is tried three times before the outcome may go in writing alone', async () => {
    const id = await register();
    const gaps = async () =>
      (await counter.ok('application.get', { applicationId: id }, clerk)).closingGaps.map(({ code }) => code);
    for (const expected of [['call'], ['call'], []]) {
      await attempt(id, 'no_answer');
      expect(await gaps()).toEqual(expected);
    }
    expect(await counter.ok('application.get', { applicationId: id }, clerk)).toMatchObject({
      calls: { made: 3, wanted: 3 },
    });
  });
});
