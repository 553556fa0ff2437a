import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkList } from '../../../../src-shared/contract/application.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import { anApplication, comeBack, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const base = anApplication();
const closing = {
  outcomeKind: 'resolved',
  outcome: 'Giderildi',
  durableMedium: 'sms',
  satisfaction: 'not_asked',
} as const;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

async function register(changes: Partial<typeof base> = {}): Promise<string> {
  return (await counter.ok('application.register', { ...base, ...changes }, clerk)).applicationId;
}

const call = (applicationId: string) =>
  counter.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk);

describe('SP-4: the SMS of the closing', () => {
  test('is shown as it will be sent, with how many it is', async () => {
    const applicationId = await register();
    await call(applicationId);
    const asked = { applicationId, outcome: 'Sayacınız değiştirildi', durableMedium: 'sms' } as const;
    const { sms } = await counter.ok('application.previewClosingSms', asked, clerk);
    expect(sms).toMatchObject({ alphabet: 'gsm7-turkish', segments: 2 });
    await counter.ok(
      'application.close',
      { ...asked, outcomeKind: 'resolved', satisfaction: 'satisfied' },
      clerk,
    );
    const { timeline } = await counter.ok('application.get', { applicationId }, clerk);
    expect(timeline.filter(({ kind }) => kind === 'sms').at(-1)?.text).toBe(sms?.text);
  });

  test.each([
    ['email', 'Yazılı sonuç e-posta adresinize gönderildi.'],
    ['letter', 'Yazılı sonuç adresinize gönderildi.'],
  ] as const)('says where the outcome is when that goes by %s', async (durableMedium, words) => {
    const asked = { applicationId: await register(), outcome: 'Uzun bir yanıt', durableMedium };
    const { sms } = await counter.ok('application.previewClosingSms', asked, clerk);
    expect(sms?.text).toContain(words);
    expect(sms?.text).not.toContain('Uzun bir yanıt');
  });

  test('is none where there is no mobile number, and of an unknown application nothing is known', async () => {
    const applicant = { ...base.applicant, phone: null, email: 'a@ornek.com' };
    const asked = {
      applicationId: await register({ applicant, replyChannel: 'email' }),
      outcome: 'Bitti',
      durableMedium: 'email',
    } as const;
    expect(await counter.ok('application.previewClosingSms', asked, clerk)).toEqual({ sms: null });
    const unknown = { ...asked, applicationId: '0192f0c1-0000-7000-8000-000000000000' };
    expect(await counter.call('application.previewClosingSms', unknown, clerk)).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});

describe('SP-2: routing', () => {
  test('to a team that does not exist is refused at the field', async () => {
    const route = { applicationId: await register(), teamCode: 'moon', note: '' };
    expect(await counter.call('application.route', route, clerk)).toMatchObject({
      error: { fields: [{ path: 'teamCode', message: 'Böyle bir ekip yok. Listeden seçin.' }] },
    });
  });

  test('of what is the supplier’s business is refused, and the file does not offer it', async () => {
    const { topics } = await counter.ok('catalogue.get', {}, clerk);
    const retail = topics.topics.find(
      (topic) =>
        topic.group === 'retail' && topic.retiredAt === undefined && !topic.fields.some((f) => f.required),
    );
    const applicationId = await register({ topicCode: retail?.code ?? '' });
    const route = { applicationId, teamCode: 'outage_repair', note: '' };
    expect(await counter.call('application.route', route, clerk)).toMatchObject({
      error: { code: 'retail_topic' },
    });
    expect(await counter.ok('application.get', { applicationId }, clerk)).toMatchObject({
      can: { route: false, call: true, close: true },
    });
  });
});

describe('SP-3: a call', () => {
  test('is recorded with the number that was called, the mobile one first', async () => {
    const applicationId = await register({ applicant: { ...base.applicant, landline: '0222 230 00 00' } });
    await counter.ok('application.recordCall', { applicationId, result: 'no_answer', note: 'Meşgul' }, clerk);
    const { timeline } = await counter.ok('application.get', { applicationId }, clerk);
    expect(timeline.at(-1)).toMatchObject({
      kind: 'called',
      title: 'Arandı, yanıt vermedi (05•• ••• 45 67)',
      text: 'Meşgul',
      actorName: 'Kişi clerk',
    });
  });

  test('without a number to call is refused', async () => {
    const applicant = { ...base.applicant, phone: null, email: 'a@ornek.com' };
    const applicationId = await register({ applicant, replyChannel: 'email' });
    const attempt = { applicationId, result: 'reached', note: '' } as const;
    expect(await counter.call('application.recordCall', attempt, clerk)).toMatchObject({
      error: { fields: [{ path: 'result', message: 'Bu başvuruda aranacak telefon yok.' }] },
    });
  });
});

describe('SP-4: closing', () => {
  test.each([
    [
      { durableMedium: 'email' },
      'durableMedium',
      'Başvuruda e-posta adresi yok; sonuç e-postayla iletilemez.',
    ],
    [
      { durableMedium: 'none' },
      'durableMedium',
      'Sonuç başvuru sahibine yazılı olarak iletilmeli: SMS, e-posta ya da mektup seçin.',
    ],
    [
      { outcome: 'a'.repeat(301) },
      'outcome',
      'SMS ile iletilecek sonuç en çok 300 karakter olabilir. Kısaltın ya da e-posta veya mektup seçin.',
    ],
    [{ outcome: ' ' }, 'outcome', 'Sonuç, başvuru sahibinin anlayacağı sözlerle yazılmalı.'],
  ] as const)(
    'is refused at the field where it cannot reach the consumer: %j',
    async (change, path, message) => {
      const applicationId = await register();
      await call(applicationId);
      const before = await countEntries(counter);
      const close = { applicationId, ...closing, ...change };
      expect(await counter.call('application.close', close, clerk)).toMatchObject({
        error: { code: 'invalid_input', fields: [{ path, message }] },
      });
      expect(await countEntries(counter)).toBe(before);
    },
  );

  test('twice at one moment is done once, with one SMS', async () => {
    const applicationId = await register();
    await call(applicationId);
    const answers = await Promise.all(
      [1, 2].map(() => counter.call('application.close', { applicationId, ...closing }, clerk)),
    );
    expect(answers).toMatchObject([{ ok: true }, { error: { code: 'already_closed' } }]);
    const file = await counter.ok('application.get', { applicationId }, clerk);
    expect(file).toMatchObject({
      status: 'closed',
      can: { route: false, call: false, close: false },
      conflicts: [],
    });
    expect(file.timeline.filter((item) => item.kind === 'sms')).toHaveLength(2);
  });

  test('after the deadline says that it was not kept', async () => {
    const applicationId = await register();
    counter.clock.set('2026-04-02T08:00:00.000Z');
    await comeBack(counter, 'clerk');
    await call(applicationId);
    await counter.ok('application.close', { applicationId, ...closing }, clerk);
    expect(await counter.ok('application.get', { applicationId }, clerk)).toMatchObject({
      closing: { keptDeadline: false, by: 'Kişi clerk' },
      deadline: null,
      workingDaysLeft: null,
    });
  });

  test('of what does not exist is not found', async () => {
    const close = { applicationId: 'nobody', ...closing };
    expect(await counter.call('application.close', close, clerk)).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});

describe('the work lists', () => {
  const noOf = async (list: WorkList, offset = 0, limit = 50) =>
    counter.ok('application.list', { list, offset, limit }, clerk);

  test('hold each application where its state and deadline put it, and are counted alike', async () => {
    const [open, routed, called, closed] = [
      await register(),
      await register(),
      await register(),
      await register(),
    ];
    await counter.ok(
      'application.route',
      { applicationId: routed, teamCode: 'outage_repair', note: '' },
      clerk,
    );
    await call(called);
    await call(closed);
    await counter.ok('application.close', { applicationId: closed, ...closing }, clerk);
    const expected: Partial<Record<WorkList, readonly string[]>> = {
      open: [open, routed, called],
      with_team: [routed],
      contacting: [called],
      closed: [closed],
    };
    const { counts } = await counter.ok('application.counts', {}, clerk);
    for (const { list, count } of counts) {
      const { rows } = await noOf(list);
      expect([list, rows.map((row) => row.id)]).toEqual([list, expected[list] ?? []]);
      expect(count).toBe(rows.length);
    }
    counter.clock.set('2026-04-01T09:00:00.000Z');
    await comeBack(counter, 'clerk');
    expect((await noOf('at_risk')).rows.map((row) => row.deadline)).toEqual([
      'at_risk',
      'at_risk',
      'at_risk',
    ]);
    expect((await noOf('overdue')).rows).toEqual([]);
    counter.clock.set('2026-04-01T21:00:00.000Z');
    await comeBack(counter, 'clerk');
    expect((await noOf('at_risk')).rows).toEqual([]);
    expect((await noOf('overdue')).rows.map((row) => row.deadline)).toEqual([
      'overdue',
      'overdue',
      'overdue',
    ]);
  });

  test('are read from any place on, in one order, with how many there are', async () => {
    const all: string[] = [];
    for (let index = 0; index < 7; index += 1) all.push(await register());
    const pages = [await noOf('open', 0, 3), await noOf('open', 3, 3), await noOf('open', 6, 3)];
    expect(pages.flatMap(({ rows }) => rows.map((row) => row.id))).toEqual(all);
    expect(pages.map(({ total }) => total)).toEqual([7, 7, 7]);
    expect(await noOf('open', 99_999, 3)).toEqual({ rows: [], total: 7 });
  });

  test('are narrowed by the channel', async () => {
    await register();
    const written = await register({ channel: 'written' });
    const asked = { list: 'open', channel: 'written', offset: 0, limit: 10 } as const;
    const { rows, total } = await counter.ok('application.list', asked, clerk);
    expect([rows.map(({ id }) => id), total]).toEqual([[written], 1]);
  });
});
