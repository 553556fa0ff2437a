import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { withStore } from '../../../testing/store.ts';
import { anApplication, comeBack, reveal, setUp, signInAgain, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const other = { window: 'other' };
const supervisor = { window: 'supervisor' };
const today = '2026-03-10';
const hour = 3_600_000;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  await signInAs(counter, 'clerk', 'other');
  await signInAs(counter, 'supervisor');
});
afterEach(() => counter.remove());

const windows = ['clerk', 'other', 'supervisor'] as const;

async function pass(millis: number): Promise<void> {
  counter.clock.advance(millis);
  await comeBack(counter, ...windows);
}

async function registered(): Promise<string> {
  return (await counter.ok('application.register', anApplication(), clerk)).applicationId;
}

async function signs() {
  const { signs: found } = await counter.ok('audit.unusual', {}, supervisor);
  return found.map(({ sign, displayName, day, count, subject }) => [sign, displayName, day, count, subject]);
}

test('far more reveals than usual are told', async () => {
  const id = await registered();
  for (let made = 0; made < 14; made += 1) await reveal(counter, { kind: 'application', id }, clerk);
  expect(await signs()).toEqual([]);
  await reveal(counter, { kind: 'application', id }, clerk);
  expect(await signs()).toEqual([['revealed', 'Kişi clerk', today, 15, null]]);
});

test('reading at night is told, and on a Sunday on which no number was given', async () => {
  const ids = [await registered(), await registered(), await registered()];
  // 10.00 in İstanbul on a Tuesday; thirteen hours later it is night.
  await pass(13 * hour);
  for (const applicationId of ids) await counter.ok('application.get', { applicationId }, clerk);
  expect(await signs()).toEqual([['off_hours', 'Kişi clerk', today, 3, null]]);
  await pass(5 * 24 * hour - 13 * hour);
  for (const applicationId of ids) await counter.ok('application.get', { applicationId }, clerk);
  expect((await signs())[0]).toEqual(['off_hours', 'Kişi clerk', '2026-03-15', 3, null]);
});

test('whoever comes back to one person’s record without any work for them is told, and nobody who works on it', async () => {
  const applicationId = await registered();
  for (let day = 0; day < 3; day += 1) {
    await counter.ok('application.get', { applicationId }, other);
    await counter.ok('application.get', { applicationId }, clerk);
    await pass(24 * hour);
  }
  expect(await signs()).toEqual([['no_work', 'Kişi other', '2026-03-12', 3, 'Ayşe I.']]);
  const note = 'Arandı.';
  await counter.ok('application.recordCall', { applicationId, result: 'reached', note }, other);
  expect(await signs()).toEqual([]);
});

test('a supervisor takes note on record, for every supervisor; of their own reading another one does', async () => {
  const ids = [await registered(), await registered(), await registered()];
  await pass(13 * hour);
  for (const applicationId of ids) {
    await counter.ok('application.get', { applicationId }, clerk);
    await counter.ok('application.get', { applicationId }, supervisor);
  }
  const found = (await counter.ok('audit.unusual', {}, supervisor)).signs;
  const signsNow = found.map(({ sign, userId, day, subjectId, count }) => ({
    ...{ sign, userId, day, subjectId, count },
  }));
  expect(signsNow).toHaveLength(2);
  expect(await counter.call('audit.note', { signs: signsNow }, supervisor)).toMatchObject({
    error: { code: 'own_reading' },
  });
  await comeBack(counter, 'admin');
  await counter.ok('audit.note', { signs: signsNow }, { window: 'admin' });
  const noted = { by: 'Deniz Yönetici', at: '2026-03-10T20:00:00.000Z' };
  const told = await counter.ok('audit.unusual', {}, supervisor);
  expect(told.signs.map((sign) => sign.noted)).toEqual([noted, noted]);

  // As much again is told again.
  for (let more = 0; more < 3; more += 1)
    await counter.ok('application.get', { applicationId: await registered() }, clerk);
  const again = await counter.ok('audit.unusual', {}, supervisor);
  expect(again.signs.map((sign) => [sign.displayName, sign.count, sign.noted])).toEqual([
    ['Kişi clerk', 6, null],
    ['Kişi supervisor', 3, noted],
  ]);
});

test('a record of the audit that was changed in the store is the first broken place of the chain', async () => {
  const applicationId = await registered();
  await counter.ok('application.get', { applicationId }, clerk);
  expect(await counter.ok('system.verifyLedger', {}, supervisor)).toMatchObject({ fault: null });
  const changed = await withStore(counter, ({ raw }) => {
    const row = raw
      .prepare<[], { log: string; seq: number }>("select log, seq from entries where type = 'audit.viewed'")
      .get();
    raw
      .prepare(
        "update entries set payload = replace(payload, 'application', 'consumer') where type = 'audit.viewed'",
      )
      .run();
    return row;
  });
  counter = await counter.reopen();
  await signInAgain(counter, 'supervisor');
  const { fault } = await counter.ok('system.verifyLedger', {}, supervisor);
  expect(fault).toMatchObject({ log: changed?.log, seq: changed?.seq });
});
