import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestCore, testStoreKey } from '../../../testing/make-core.ts';
import { hasReaders } from '../../../testing/paper/poppler.ts';
import {
  admin,
  approveTwice,
  clerk,
  close,
  destroyed,
  forgettable,
  later,
  marksOfForgotten,
  proposed,
  registerAs,
  retentionDesk,
  supervisor,
  theRun,
} from '../../../testing/retention/retention-desk.ts';
import { filesWith } from '../../../testing/retention/traces.ts';
import { readSeal } from '../../../testing/seal/pdfsig.ts';
import { withStore } from '../../../testing/store.ts';
import { verifyLedger } from '../../ledger/verify.ts';
import { rebuildProjections } from '../../projections/project.ts';

let counter: TestCore;
let applicationId: string;
const elevenYearsLater = '2037-03-10T07:00:00.000Z';
const other = {
  kind: 'person',
  name: 'Ayşe Kalan',
  identityNo: '12345678950',
  phone: '0533 000 00 00',
  landline: null,
  email: null,
} as const;

beforeEach(async () => {
  counter = await retentionDesk();
  applicationId = await forgettable(counter);
});
afterEach(() => counter.remove());

const traces = () => filesWith(counter.dataDir, marksOfForgotten, testStoreKey);

/** One character for each byte. */
async function reportOf(runId: string): Promise<string> {
  const { base64 } = await counter.ok('retention.report', { runId }, supervisor);
  return Buffer.from(base64, 'base64').toString('latin1');
}

test('what two people have approved is in no file on the disk any more, and the chain still verifies', async () => {
  const openId = await registerAs(counter, { applicant: other });
  await counter.ok('system.backUp', {}, admin);
  counter = await later(counter, elevenYearsLater);
  expect(await traces()).toContain('banko.db');
  counter = await later(counter, elevenYearsLater);

  const run = await proposed(counter);
  expect(run).toMatchObject({ reason: 'periodic', proposed: { name: 'Banko' }, state: 'proposed' });
  expect(Object.fromEntries(run.counts.map((item) => [item.recordClass, item.records]))).toMatchObject({
    application: 1,
    consumer: 1,
  });
  await counter.ok('retention.approve', { runId: run.id }, supervisor);
  expect(await counter.call('retention.approve', { runId: run.id }, supervisor)).toMatchObject({
    error: { code: 'wrong_state', message: expect.stringContaining('ikinci onayı başka biri') },
  });
  expect(await theRun(counter)).toMatchObject({ state: 'proposed', isApprovedByMe: true });
  await counter.ok('retention.approve', { runId: run.id }, admin);
  await destroyed(counter);

  expect(await counter.call('application.get', { applicationId }, clerk)).toMatchObject({
    error: {
      code: 'destroyed',
      message: `Bu dosya 10.03.2037 tarihinde imha edildi (tutanak no ${run.runNo}).`,
    },
  });
  expect(await counter.call('application.get', { applicationId: openId }, clerk)).toMatchObject({ ok: true });
  const found = await counter.ok('search.find', { text: 'Zülfikar' }, clerk);
  expect(found).toEqual({ applications: [], consumers: [] });
  expect(await reportOf(run.id)).not.toContain('/ETSI.CAdES.detached');
  await counter.ok('seal.makeOwn', {}, admin);
  const report = await reportOf(run.id);
  expect(report).toContain('/ETSI.CAdES.detached');
  if (hasReaders())
    expect(readSeal(Buffer.from(report, 'latin1'))).toMatchObject({ isValid: true, isOfWholeFile: true });
  // The old backup has it for a month, and says so; the new one has not.
  const { copies } = await theRun(counter);
  expect(copies?.names).toHaveLength(1);
  await counter.core.stop();
  expect(await traces()).toEqual(copies?.names);
  expect(await readdir(join(counter.dataDir, 'files'))).toEqual([]);

  counter = await later(counter, '2037-04-12T07:00:00.000Z');
  await expect.poll(async () => (await theRun(counter)).copies).toBeNull();
  const tables = await withStore(counter, async (store) => {
    expect(await verifyLedger(store.db)).toMatchObject({ fault: null });
    const before = store.raw.prepare('select id from applications union select id from consumers').all();
    await store.db.transaction().execute(rebuildProjections);
    expect(store.raw.prepare('select id from applications union select id from consumers').all()).toEqual(
      before,
    );
    return before;
  });
  expect(tables).toHaveLength(2);
  expect(await traces()).toEqual([]);
});

describe('what stays', () => {
  test('is what is held, what was taken out, and what came under a hold after the proposal', async () => {
    const held = await registerAs(counter, { applicant: other });
    await close(counter, held);
    await counter.ok(
      'hold.place',
      { kind: 'application', id: held, reason: 'Dava sürüyor', reference: 'E. 2026/1' },
      supervisor,
    );
    const excepted = await registerAs(counter, {
      applicant: { ...other, name: 'Mehmet Duran', identityNo: '11111111110' },
    });
    await close(counter, excepted);
    counter = await later(counter, elevenYearsLater);
    const run = await proposed(counter);
    const listed = await counter.ok('retention.items', { runId: run.id, offset: 0 }, supervisor);
    const ids = listed.rows.filter(({ kind }) => kind === 'application').map(({ id }) => id);
    expect(ids.toSorted()).toEqual([applicationId, excepted].toSorted());
    await counter.ok(
      'retention.takeOut',
      { runId: run.id, kind: 'application', id: excepted, reason: 'Denetim istedi' },
      supervisor,
    );
    await counter.ok('retention.approve', { runId: run.id }, supervisor);
    await counter.ok(
      'hold.place',
      { kind: 'application', id: applicationId, reason: 'Savcılık', reference: '' },
      supervisor,
    );
    await counter.ok('retention.approve', { runId: run.id }, admin);
    await destroyed(counter);
    expect(await theRun(counter)).toMatchObject({ takenOut: 1 });
    for (const id of [held, excepted, applicationId])
      expect(await counter.call('application.get', { applicationId: id }, clerk)).toMatchObject({ ok: true });
  });
});

test('an erasure that was cut off in the middle is done to the end at the next start', async () => {
  counter = await later(counter, elevenYearsLater);
  await approveTwice(counter, (await proposed(counter)).id);
  await destroyed(counter);
  const atEnd = await withStore(counter, ({ raw }) => raw.prepare(contents).all());
  // As a power cut leaves it: the order stands, some of it is done, and nothing says that it is.
  await withStore(counter, ({ raw }) => {
    raw.exec("delete from destruction_orders; delete from destroyed where kind <> 'application'");
    raw.prepare('insert into destroyed_files values (?)').run('01890000-0000-7000-8000-00000000abcd');
  });
  counter = await later(counter, '2037-03-10T08:00:00.000Z');
  await destroyed(counter);
  expect(await withStore(counter, ({ raw }) => raw.prepare(contents).all())).toEqual(atEnd);
});

/** Everything that a run leaves behind. */
const contents = `select kind as a, id as b from destroyed
  union all select stream_id, coalesce(payload, 'erased') from entries
    where stream_kind in ('application', 'consumer')
  union all select 'file', attachment_id from destroyed_files
  union all select 'copy', attachment_id from attachment_copies
  union all select 'application', id from applications
  order by a, b`;

test('a backup from before the run is erased again as soon as it is opened, without anybody to ask', async () => {
  const { file } = await counter.ok('system.backUp', {}, admin);
  counter = await later(counter, elevenYearsLater);
  await approveTwice(counter, (await proposed(counter)).id);
  await destroyed(counter);
  await counter.core.stop();
  for (const name of ['banko.db', 'banko.db-wal', 'banko.db-shm'])
    await rm(join(counter.dataDir, name), { force: true });
  await copyFile(join(counter.dataDir, 'backups', file), join(counter.dataDir, 'banko.db'));
  counter = await later(counter, '2037-03-11T07:00:00.000Z');
  expect(await counter.call('application.get', { applicationId }, clerk)).toMatchObject({
    error: { code: 'destroyed' },
  });
  await withStore(counter, async (store) => {
    expect(await verifyLedger(store.db)).toMatchObject({ fault: null });
    const { left } = store.raw
      .prepare<[string], { left: number }>(
        'select count(*) as left from entries where stream_id = ? and salt is not null',
      )
      .get(applicationId) ?? { left: -1 };
    expect(left).toBe(0);
  });
});
