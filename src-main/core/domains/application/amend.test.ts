import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import { arrive } from '../../../testing/team.ts';
import { anApplication, reveal, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
let applicationId: string;
const clerk = { window: 'clerk' };
const base = anApplication();

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  ({ applicationId } = await counter.ok('application.register', base, clerk));
});
afterEach(() => counter.remove());

const file = () => counter.ok('application.get', { applicationId }, clerk);
const latest = async () => (await file()).timeline.at(-1)?.id ?? '';

async function amend(changes: Omit<Partial<InputOf<'application.amend'>>, 'applicationId'>) {
  const seenEntryId = changes.seenEntryId ?? (await latest());
  return counter.call(
    'application.amend',
    { reason: 'Yanlış yazılmış', ...changes, applicationId, seenEntryId },
    clerk,
  );
}

test('what was taken down wrongly is put right, with the reason and what stood there before', async () => {
  expect(await amend({ description: 'Trafo arızalı.', replyChannel: 'written' })).toEqual({
    ok: true,
    value: {},
  });
  const amended = await file();
  expect(amended).toMatchObject({ description: 'Trafo arızalı.', replyChannel: 'written' });
  expect(amended.timeline.at(-1)).toMatchObject({
    kind: 'amended',
    text: [
      'Yanlış yazılmış',
      'Açıklama: Mahallede her akşam elektrik kesiliyor. → Trafo arızalı.',
      'Dönüş kanalı: Telefon → Yazılı',
    ].join('\n'),
  });
});

test('an edit does not move the deadline; another topic has its own, from the same beginning', async () => {
  const { dueAt } = await file();
  counter.clock.advance(60_000);
  await amend({ description: 'Başka sözlerle.' });
  expect((await file()).dueAt).toBe(dueAt);
  const topic = { topicCode: 'project_approval', topicFields: { step: 'approval' } };
  expect(await amend({ topic })).toMatchObject({ ok: true });
  const amended = await file();
  expect(amended.topicCode).toBe('project_approval');
  expect(amended.dueAt).toBe('2026-03-17T20:59:59.999Z');
});

describe('a wrong number of the applicant', () => {
  test('is put right alone: what the form does not show whole, it does not have to send', async () => {
    await amend({ applicant: { phone: '0533 999 88 77' } });
    await reveal(counter, { kind: 'application', id: applicationId }, clerk);
    const { applicant } = await file();
    expect(applicant).toEqual({ ...base.applicant, phone: '+905339998877' });
  });

  const card = async () => {
    const consumerId = (await file()).consumerId ?? '';
    await reveal(counter, { kind: 'consumer', id: consumerId }, clerk);
    return counter.ok('consumer.get', { consumerId }, clerk);
  };

  test('is put right on the card too, where the card had it from there', async () => {
    await amend({ applicant: { ...base.applicant, phone: '0533 999 88 77', email: 'ayse@ornek.com' } });
    expect(await card()).toMatchObject({
      phone: '+905339998877',
      email: 'ayse@ornek.com',
      name: 'Ayşe Işık',
    });
  });

  test('leaves what somebody else has told since', async () => {
    const applicant = { ...base.applicant, phone: '0544 111 22 33' };
    await counter.ok('application.register', { ...base, applicant }, clerk);
    await amend({ applicant: { ...base.applicant, phone: '0533 999 88 77', name: 'Ayşe Nur Işık' } });
    expect(await card()).toMatchObject({ phone: '+905441112233', name: 'Ayşe Nur Işık' });
  });

  test('of whoever acts for another leaves the other’s card alone', async () => {
    const acts = { capacity: 'proxy', capacityEvidence: 'Vekâletname' } as const;
    const { consumerId } = await file();
    ({ applicationId } = await counter.ok('application.register', { ...base, ...acts, consumerId }, clerk));
    await amend({ applicant: { ...base.applicant, phone: '0533 999 88 77' } });
    expect(await card()).toMatchObject({ phone: '+905321234567' });
  });
});

test('numbers stand masked in the story, told apart by their ends', async () => {
  await amend({ applicant: { ...base.applicant, phone: '0533 999 88 77' } });
  expect((await file()).timeline.at(-1)?.text).toContain(
    'Ayşe Işık, 100••••••46, 05•• ••• 45 67 → Ayşe Işık, 100••••••46, 05•• ••• 88 77',
  );
});

test('another topic stands in the story with what was answered to it', async () => {
  const topicFields = { startedAt: '2026-03-01T08:30', scope: 'street' };
  const topic = { topicCode: 'outage_fault', topicFields };
  expect(await amend({ topic })).toMatchObject({ ok: true });
  const amended = await file();
  expect(amended.timeline.at(-1)?.text).toMatch(/Konu: Sık kesinti → .*01\.03\.2026 08:30.*Sokak/);
  expect(amended.topicFields).toMatchObject([
    { key: 'startedAt', stored: '2026-03-01T08:30' },
    { key: 'scope', value: 'Sokak', stored: 'street' },
  ]);
});

test.each([
  [{ description: ' ' }, 'description'],
  [{ replyChannel: 'email' }, 'applicant.email'],
  [{ topic: { topicCode: 'moon', topicFields: {} } }, 'topic.topicCode'],
  [{ topic: { topicCode: 'outage_fault', topicFields: {} } }, 'topic.topicFields.startedAt'],
  [{ applicant: { ...base.applicant, phone: '123' } }, 'applicant.phone'],
  [{ description: base.description }, 'reason'],
  [{ description: 'Yeni', reason: ' ' }, 'reason'],
] as const)('%j is refused at its field, and nothing is written', async (changes, path) => {
  const seenEntryId = await latest();
  const before = await countEntries(counter);
  expect(await amend({ ...changes, seenEntryId })).toMatchObject({
    error: { fields: expect.arrayContaining([expect.objectContaining({ path })]) },
  });
  expect(await countEntries(counter)).toBe(before);
});

test('a field that somebody changed since it was read is not written over', async () => {
  const seenEntryId = await latest();
  await amend({ description: 'Birinci' });
  expect(await amend({ description: 'İkinci', seenEntryId })).toMatchObject({
    error: { fields: [{ path: 'description', message: expect.stringContaining('az önce başka biri') }] },
  });
  expect(await amend({ replyChannel: 'written', seenEntryId })).toMatchObject({ ok: true });
  expect(await file()).toMatchObject({ description: 'Birinci', replyChannel: 'written' });
});

describe('two desks that were apart', () => {
  const from = { description: base.description };
  beforeEach(async () => {
    await amend({ description: 'Burada' });
    const change = { field: 'description', from, to: { description: 'Öbür bankoda' } } as const;
    const there = fact({ kind: 'application', id: applicationId }, 'application.amended', {
      reason: 'Orada',
      changes: [change],
    });
    counter = await arrive(counter, 'desk-two', [there]);
  });

  test('are shown side by side, and neither is lost', async () => {
    expect(await file()).toMatchObject({
      description: 'Burada',
      can: { settle: true },
      conflicts: [
        {
          standing: { actorName: 'Kişi clerk', lines: [{ label: 'Açıklama', value: 'Burada' }] },
          other: { lines: [{ label: 'Açıklama', value: 'Öbür bankoda' }] },
          canTake: true,
          settled: null,
        },
      ],
      closingGaps: expect.arrayContaining([expect.objectContaining({ code: 'conflict' })]),
    });
    const { rows } = await counter.ok('application.list', { list: 'conflicts', offset: 0, limit: 9 }, clerk);
    expect(rows).toHaveLength(1);
  });

  test.each([
    ['take', 'Öbür bankoda'],
    ['keep', 'Burada'],
  ] as const)('and a person chooses: %s', async (settlement, description) => {
    const [conflict] = (await file()).conflicts;
    const settle = { applicationId, entryId: conflict?.entryId ?? '', settlement, note: 'Soruldu' };
    expect(await counter.call('application.settleConflict', settle, clerk)).toMatchObject({ ok: true });
    const settled = await file();
    expect(settled).toMatchObject({
      description,
      can: { settle: false },
      conflicts: [{ canTake: false, settled: { by: 'Kişi clerk', settlement, note: 'Soruldu' } }],
    });
    expect(await counter.call('application.settleConflict', settle, clerk)).toMatchObject({
      error: { code: 'wrong_state' },
    });
    const { rows } = await counter.ok('application.list', { list: 'conflicts', offset: 0, limit: 9 }, clerk);
    expect(rows).toEqual([]);
  });
});

test('reception may not change anything', async () => {
  await signInAs(counter, 'reception');
  const input = { applicationId, reason: 'x', description: 'y', seenEntryId: await latest() };
  expect(await counter.call('application.amend', input, { window: 'reception' })).toMatchObject({
    error: { code: 'forbidden' },
  });
});
