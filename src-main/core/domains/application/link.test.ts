import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const base = anApplication();

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

const register = async (changes: Parameters<typeof anApplication>[0] = {}) =>
  (await counter.ok('application.register', anApplication(changes), clerk)).applicationId;
const file = (applicationId: string) => counter.ok('application.get', { applicationId }, clerk);

function sought(changes: object = {}) {
  return {
    consumerId: null,
    phone: '0532 123 45 67',
    installationNo: null,
    premises: null,
    topicCode: 'outage_frequent',
    description: base.description,
    exceptId: null,
    ...changes,
  };
}
const find = async (changes: object = {}) =>
  (await counter.ok('application.findDuplicates', sought(changes), clerk)).likely;

describe('likely duplicates while typing', () => {
  test('are found by a phone as it is typed, with the reasons', async () => {
    const id = await register();
    expect(await find()).toMatchObject([
      {
        row: { id, applicationNo: '26-2026-0100001' },
        reasons: ['same_phone', 'same_topic', 'near_in_time', 'similar_words'],
      },
    ]);
  });

  test('are found by the address alone, and by the installation alone', async () => {
    const id = await register();
    const place = { phone: null, premises: base.premises };
    expect((await find(place)).map(({ row }) => row.id)).toEqual([id]);
    const meter = { phone: null, installationNo: base.installationNo };
    expect((await find(meter)).map(({ row }) => row.id)).toEqual([id]);
  });

  test('are not the application itself, and not an informant’s report', async () => {
    const id = await register();
    expect(await find({ exceptId: id })).toEqual([]);
    await register({ capacity: 'informant', topicCode: 'other', topicFields: {} });
    expect(await find({ topicCode: 'other', exceptId: id })).toEqual([]);
  });

  test('a number that is half typed finds nothing and is no error', async () => {
    await register();
    expect(await find({ phone: '0532 12' })).toEqual([]);
  });
});

describe('linking', () => {
  test('stands on both sides, changes neither, and can be taken back', async () => {
    const [one, two] = [await register(), await register()];
    const before = await file(one);
    const reasons = ['same_phone' as const];
    await counter.ok(
      'application.link',
      { applicationId: two, otherId: one, relation: 'duplicate', reasons },
      clerk,
    );
    expect((await file(two)).links).toEqual([
      { applicationId: one, applicationNo: before.applicationNo, relation: 'duplicate', reasons },
    ]);
    expect((await file(one)).links).toMatchObject([{ applicationId: two }]);
    expect(await file(one)).toMatchObject({ status: before.status, dueAt: before.dueAt });
    await counter.ok('application.unlink', { applicationId: one, otherId: two }, clerk);
    expect((await file(two)).links).toEqual([]);
  });

  test.each([
    ['itself', (id: string) => id, 'Başvuru kendisiyle bağlanamaz.'],
    ['one that is not here', () => 'nobody', 'Bağlanacak başvuru bulunamadı.'],
  ] as const)('to %s is refused at the field', async (_, otherOf, message) => {
    const applicationId = await register();
    const before = await countEntries(counter);
    const link = { applicationId, otherId: otherOf(applicationId), relation: 'related' } as const;
    expect(await counter.call('application.link', link, clerk)).toMatchObject({
      error: { fields: [{ path: 'otherId', message }] },
    });
    expect(await countEntries(counter)).toBe(before);
  });
});

describe('merging a duplicate', () => {
  const merge = (applicationId: string, duplicateOf: string | null) =>
    counter.call(
      'application.close',
      {
        applicationId,
        outcomeKind: 'merged_duplicate',
        outcome: 'Aynı konudaki başvuruyla birleştirildi',
        durableMedium: 'sms',
        satisfaction: 'not_asked',
        duplicateOf,
      },
      clerk,
    );

  test('needs no answer and no call, ties both, and tells the applicant', async () => {
    const [one, two] = [await register(), await register()];
    expect(await merge(two, one)).toMatchObject({ ok: true, value: { smsId: expect.any(String) } });
    expect(await file(two)).toMatchObject({ status: 'merged_duplicate', links: [{ applicationId: one }] });
    expect(await file(one)).toMatchObject({ status: 'registered', links: [{ applicationId: two }] });
  });

  test.each([
    ['without the other', () => null, 'Hangi başvuruyla birleştirileceği seçilmeli.'],
    ['with itself', (id: string) => id, 'Başvuru kendisiyle birleştirilemez.'],
    ['with one that is not here', () => 'nobody', 'Birleştirilecek başvuru bulunamadı.'],
  ] as const)('%s is refused at the field', async (_, otherOf, message) => {
    const id = await register();
    expect(await merge(id, otherOf(id))).toMatchObject({
      error: { fields: [{ path: 'duplicateOf', message }] },
    });
  });

  test('with one that was merged itself is refused: no two lead to each other', async () => {
    const [one, two] = [await register(), await register()];
    await merge(two, one);
    expect(await merge(one, two)).toMatchObject({
      error: { fields: [{ path: 'duplicateOf', message: expect.stringContaining('Asıl başvuruyu') }] },
    });
  });
});
