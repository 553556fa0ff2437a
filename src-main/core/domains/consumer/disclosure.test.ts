import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import { anApplication, comeBack, setUp, signInAs, stayAtWork } from '../../../testing/workplace.ts';

let counter: TestCore;
let consumerId: string;
const clerk = { window: 'clerk' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  const { applicationId } = await counter.ok('application.register', anApplication(), clerk);
  const file = await counter.ok('application.get', { applicationId }, clerk);
  consumerId = file.consumerId ?? '';
});
afterEach(() => counter.remove());

const account = (window = 'clerk') => counter.call('consumer.account', { consumerId }, { window });

function disclose(changes: Partial<InputOf<'consumer.disclose'>> = {}, window = 'clerk') {
  const asked = { capacity: 'self', capacityEvidence: '', identityVerifiedBy: 'identity_card' } as const;
  return counter.call('consumer.disclose', { consumerId, ...asked, ticketId: null, ...changes }, { window });
}

describe('FF-4 WR-7 IN-7: nothing of an account', () => {
  test('leaves the core before it is on record who asks, in what capacity and how that was established', async () => {
    const card = await counter.ok('consumer.get', { consumerId }, clerk);
    expect(Object.keys(card).toSorted()).toEqual(
      ['email', 'id', 'identityNo', 'isOfCrm', 'kind', 'name', 'phone', 'premises', 'revealed'].toSorted(),
    );
    expect(await account()).toMatchObject({ error: { code: 'disclosure_needed' } });
    expect(await disclose()).toMatchObject({ ok: true });
    expect(await account()).toMatchObject({
      value: { installations: ['10000091010'], applications: [{ applicationNo: '26-2026-0100001' }] },
    });
  });

  test.each([
    [{ identityVerifiedBy: 'not_verified' }],
    [{ capacity: 'relative' }],
    [{ capacity: 'informant' }],
  ] as const)('is shown to a third person: %j', async (changes) => {
    const before = await countEntries(counter);
    expect(await disclose(changes)).toMatchObject({ error: { code: 'disclosure_refused' } });
    expect(await account()).toMatchObject({ error: { code: 'disclosure_needed' } });
    expect(await countEntries(counter)).toBe(before);
  });

  test('is shown to a proxy without the paper', async () => {
    expect(await disclose({ capacity: 'proxy' })).toMatchObject({
      error: { fields: [{ path: 'capacityEvidence' }] },
    });
    expect(await disclose({ capacity: 'proxy', capacityEvidence: 'Vekâletname' })).toMatchObject({
      ok: true,
    });
  });

  test('stays open for the next visitor, the next clerk or another window', async () => {
    await signInAs(counter, 'clerk', 'other');
    await disclose();
    expect(await account('other')).toMatchObject({ error: { code: 'disclosure_needed' } });
    await stayAtWork(counter, 30, 'clerk');
    await comeBack(counter, 'clerk');
    expect(await account()).toMatchObject({ error: { code: 'disclosure_needed' } });
  });
});

test('a consumer that is not here is not found, and nothing is put on record', async () => {
  const before = await countEntries(counter);
  expect(await disclose({ consumerId: 'nobody' })).toMatchObject({ error: { code: 'not_found' } });
  expect(await countEntries(counter)).toBe(before);
});
