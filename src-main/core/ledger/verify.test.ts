import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../testing/make-core.ts';
import { withStore } from '../../testing/store.ts';
import { anApplication, setUp } from '../../testing/workplace.ts';
import { verifyLedger } from './verify.ts';

let counter: TestCore;
const admin = { window: 'admin' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  for (const _ of [1, 2, 3]) await counter.ok('application.register', anApplication(), admin);
});
afterEach(() => counter.remove());

test('a ledger is whole, also while others write in it', async () => {
  const { applicationId } = await counter.ok('application.register', anApplication(), admin);
  const call = { applicationId, result: 'no_answer', note: '' } as const;
  const [proof] = await Promise.all([
    counter.ok('system.verifyLedger', {}, admin),
    // Its unit of work begins at once, so it stands between two reads of the proof.
    ...[1, 2, 3].map(() => counter.ok('application.recordCall', call, admin)),
  ]);
  expect(proof).toMatchObject({ logs: 1, fault: null });
  expect(await counter.ok('system.verifyLedger', {}, admin)).toMatchObject({ fault: null });
});

const last = '(select max(seq) from entries)';
test.each([
  [
    'an altered payload',
    'altered_payload',
    4,
    "update entries set payload = json_set(payload, '$.added', 1) where seq = 4",
  ],
  ['an altered author', 'altered_entry', 4, "update entries set actor = 'other' where seq = 4"],
  ['a missing entry', 'hole', 5, 'delete from entries where seq = 4'],
  ['a missing end', 'hole', 4, 'delete from entries where seq >= 4'],
  [
    'a head that was set back',
    'hole',
    0,
    `update logs set seq = seq - 1, hash = (select prev_hash from entries where seq = ${last})`,
  ],
  [
    'a payload erased without its salt',
    'altered_payload',
    4,
    'update entries set payload = null where seq = 4',
  ],
])('%s is found', async (_, kind, seq, sql) => {
  const found = await withStore(counter, async ({ raw, db }) => {
    raw.exec(sql);
    return verifyLedger(db);
  });
  expect(found.fault).toMatchObject(seq === 0 ? { kind } : { kind, seq });
});

test('an erased payload leaves the ledger whole', async () => {
  const found = await withStore(counter, async ({ raw, db }) => {
    raw.exec('update entries set payload = null, salt = null where seq = 4');
    return verifyLedger(db);
  });
  expect(found.fault).toBeNull();
});
