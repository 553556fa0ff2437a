import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../../../src-shared/contract/index.ts';
import type { Channel } from '../../../../src-shared/rules/channels.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import { takeAsTeam, tellAsTeam } from '../../../testing/team.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

type Changes = Partial<InputOf<'application.register'>>;
type Closing = Partial<InputOf<'application.close'>>;

async function register(changes: Changes = {}) {
  return counter.ok('application.register', anApplication(changes), clerk);
}
const file = (applicationId: string) => counter.ok('application.get', { applicationId }, clerk);
const call = (applicationId: string) =>
  counter.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk);
const route = (applicationId: string) =>
  counter.ok('application.route', { applicationId, teamCode: 'outage_repair', note: '' }, clerk);

function closingOf(applicationId: string, changes: Closing = {}) {
  return {
    applicationId,
    outcomeKind: 'resolved',
    outcome: 'Hat onarıldı',
    durableMedium: 'sms',
    satisfaction: 'satisfied',
    ...changes,
  } as const;
}
const close = (applicationId: string, changes: Closing = {}) =>
  counter.ok('application.close', closingOf(applicationId, changes), clerk);

function sms(open: OutputOf<'application.get'>): readonly string[] {
  return open.timeline.filter(({ kind }) => kind === 'sms').map(({ text }) => text);
}

function standings(open: OutputOf<'application.get'>): Readonly<Record<string, string>> {
  return Object.fromEntries(open.steps.map(({ id, standing }) => [id, standing]));
}

const email = { ...anApplication().applicant, email: 'ayse@ornek.com' };

describe('SP-1 SP-2 SP-3 SP-4: the solution point', () => {
  test('registers, routes, calls on the answer and closes, with an SMS at each end', async () => {
    const { applicationId, smsId } = await register();
    expect(smsId).not.toBeNull();
    expect(standings(await file(applicationId))).toEqual({
      'SP-1': 'done',
      'SP-2': 'not_needed',
      'SP-3': 'open',
      'SP-4': 'open',
    });
    await route(applicationId);
    counter = await tellAsTeam(counter, applicationId, 'outage_repair', 'Hat onarıldı');
    await call(applicationId);
    await close(applicationId);
    const closed = await file(applicationId);
    expect(standings(closed)).toEqual({ 'SP-1': 'done', 'SP-2': 'done', 'SP-3': 'done', 'SP-4': 'done' });
    expect(sms(closed)).toEqual([
      expect.stringContaining('kayda alındı'),
      expect.stringContaining('Sonuç: Hat onarıldı.'),
    ]);
    expect(closed.closing).toMatchObject({ keptDeadline: true, followedProcedure: true });
  });
});

describe('WR-2 WR-4 WR-5 WR-6: written', () => {
  test('prints the barcode, answers by the wanted channel and by no other', async () => {
    const registered = await register({ channel: 'written', replyChannel: 'written' });
    const { applicationId } = registered;
    expect(registered.printJobId).not.toBeNull();
    expect(registered.trackingCode).toMatch(/^[0-9A-Z]{12}$/);
    expect(await file(applicationId)).toMatchObject({ closingGaps: [], wantedMedium: 'letter' });
    expect(await counter.call('application.close', closingOf(applicationId), clerk)).toMatchObject({
      error: {
        fields: [{ path: 'durableMedium', message: expect.stringContaining('yazılı istedi') }],
      },
    });
    await close(applicationId, { durableMedium: 'letter' });
    const closed = await file(applicationId);
    expect(standings(closed)).toMatchObject({
      'WR-2': 'done',
      'WR-4': 'done',
      'WR-5': 'done',
      'WR-6': 'done',
    });
    expect(sms(closed).at(-1)).toContain('Yazılı sonuç adresinize gönderildi.');
  });

  test('WR-3: without the notice nothing is registered, except from whoever stays unknown', async () => {
    expect(
      await counter.call('application.register', anApplication({ channel: 'written', notice: null }), clerk),
    ).toMatchObject({ error: { fields: [{ path: 'notice' }] } });
  });
});

describe('IN-1 IN-2 IN-3 IN-4 IN-5 IN-6: e-mail to info', () => {
  test('needs its number in the document system', async () => {
    const before = await countEntries(counter);
    const without = anApplication({ channel: 'info_email', applicant: email, replyChannel: 'email' });
    expect(await counter.call('application.register', without, clerk)).toMatchObject({
      error: { fields: [{ path: 'edmsNo', message: 'Evrak Yönetim Sistemi numarası yazılmalı.' }] },
    });
    expect(await countEntries(counter)).toBe(before);
    const { applicationId, printJobId } = await register({ ...without, edmsNo: ' 2026/E-1234 ' });
    expect(printJobId).toBeNull();
    const open = await file(applicationId);
    expect(open).toMatchObject({ edmsNo: '2026/E-1234', wantedMedium: 'email' });
    expect(standings(open)).toMatchObject({ 'IN-1': 'done', 'IN-2': 'done', 'IN-3': 'done', 'IN-4': 'open' });
    expect(sms(open)[0]).toContain('Takip kodu');
    await close(applicationId, { durableMedium: 'email' });
    expect(standings(await file(applicationId))).toMatchObject({
      'IN-4': 'done',
      'IN-5': 'done',
      'IN-6': 'done',
    });
  });

  test('a number is refused where the channel has none', async () => {
    expect(await counter.call('application.register', anApplication({ edmsNo: '1' }), clerk)).toMatchObject({
      error: { fields: [{ path: 'edmsNo' }] },
    });
  });
});

describe('every application is evaluated, for satisfaction and for keeping to the rules', () => {
  test.each([
    ['FF-5', { channel: 'face_to_face' }],
    ['WR-8', { channel: 'written' }],
    ['IN-8', { channel: 'info_email', edmsNo: '2026/E-7' }],
  ] as const)('%s, when it is closed', async (step, changes) => {
    const { applicationId } = await register(changes);
    await call(applicationId);
    expect(standings(await file(applicationId))[step]).toBe('open');
    const { satisfaction: _, ...unasked } = closingOf(applicationId);
    expect(
      await counter.call('application.close', unasked as ReturnType<typeof closingOf>, clerk),
    ).toMatchObject({ error: { code: 'invalid_input', fields: [{ path: 'satisfaction' }] } });
    await close(applicationId, { satisfaction: 'dissatisfied' });
    const closed = await file(applicationId);
    expect(standings(closed)[step]).toBe('done');
    expect(closed.closing).toMatchObject({
      satisfaction: 'dissatisfied',
      keptDeadline: true,
      followedProcedure: true,
    });
  });
});

describe('rules of conduct', () => {
  test.each([
    ['WR-1', { channel: 'written' }, 'Tüketici İletişim Formu doldurtulur.'],
    ['SW-1', { channel: 'switchboard' }, 'Aramaları çağrı merkezi karşılar.'],
  ] as const)('%s is told where the application is worked on', async (id, changes, text) => {
    const { applicationId } = await register(changes);
    const { steps } = await file(applicationId);
    expect(steps.find((step) => step.id === id)).toEqual({ id, text, standing: 'told' });
  });
});

describe('SM-1 SM-2 SM-3 SM-4: social media', () => {
  test('the consumer is called, the team asked, the consumer called again with its answer', async () => {
    const { applicationId } = await register({ channel: 'social_media' });
    await call(applicationId);
    await route(applicationId);
    counter = await takeAsTeam(counter, applicationId, 'outage_repair');
    counter = await tellAsTeam(counter, applicationId, 'outage_repair', 'Hat onarıldı');
    expect((await file(applicationId)).closingGaps.map(({ code }) => code)).toEqual(['call']);
    await call(applicationId);
    await close(applicationId);
    expect(standings(await file(applicationId))).toEqual({
      'SM-1': 'done',
      'SM-2': 'done',
      'SM-3': 'done',
      'SM-4': 'done',
    });
  });
});

describe('SW-2 SW-3 SW-4: the switchboard', () => {
  test('a matter for 186 is registered and routed, with an SMS', async () => {
    const { applicationId } = await register({ channel: 'switchboard' });
    await route(applicationId);
    const open = await file(applicationId);
    expect(standings(open)).toMatchObject({ 'SW-2': 'done', 'SW-3': 'open', 'SW-4': 'not_needed' });
    expect(sms(open)).toHaveLength(1);
  });

  const information = {
    channel: 'switchboard',
    topicCode: 'info_request',
    applicationType: 'information',
    resolvedAtOnce: {
      outcomeKind: 'informed',
      outcome: 'Planlı kesinti saatleri bildirildi',
      durableMedium: 'sms',
      satisfaction: 'satisfied',
    },
  } as const satisfies Changes;

  test('information alone is registered and resolved with ONE SMS', async () => {
    const { applicationId, smsId } = await register(information);
    expect(smsId).not.toBeNull();
    const closed = await file(applicationId);
    expect(closed).toMatchObject({
      status: 'closed',
      closing: { outcomeKind: 'informed', followedProcedure: true },
    });
    expect(sms(closed)).toEqual([
      expect.stringMatching(/oluşturuldu ve çözümlendi\. Sonuç: Planlı kesinti saatleri bildirildi\./),
    ]);
    expect(standings(closed)).toMatchObject({ 'SW-3': 'done', 'SW-4': 'done' });
  });

  test.each([
    [{ channel: 'solution_point' }, 'resolvedAtOnce'],
    [
      { resolvedAtOnce: { ...information.resolvedAtOnce, outcomeKind: 'rejected' } },
      'resolvedAtOnce.outcomeKind',
    ],
    [
      { resolvedAtOnce: { ...information.resolvedAtOnce, durableMedium: 'email' } },
      'resolvedAtOnce.durableMedium',
    ],
    [
      { resolvedAtOnce: { ...information.resolvedAtOnce, outcome: 'a'.repeat(301) } },
      'resolvedAtOnce.outcome',
    ],
    [{ resolvedAtOnce: { ...information.resolvedAtOnce, outcome: ' ' } }, 'resolvedAtOnce.outcome'],
  ] as const)('but not %j', async (changes, path) => {
    const before = await countEntries(counter);
    expect(
      await counter.call('application.register', anApplication({ ...information, ...changes }), clerk),
    ).toMatchObject({ error: { code: 'invalid_input', fields: [{ path }] } });
    expect(await countEntries(counter)).toBe(before);
  });

  test('without a mobile number nothing is sent, and nothing is asked for', async () => {
    const applicant = { ...email, phone: null };
    const atOnce = { ...information.resolvedAtOnce, durableMedium: 'email' } as const;
    const { applicationId, smsId } = await register({
      ...information,
      applicant,
      replyChannel: 'email',
      resolvedAtOnce: atOnce,
    });
    expect(smsId).toBeNull();
    expect(standings(await file(applicationId))['SW-4']).toBe('not_needed');
  });
});

describe('AP-1 WB-1: app and web', () => {
  test.each(['app', 'web'] as const)(
    '%s applications come in by themselves and are not typed here',
    async (channel) => {
      expect(await counter.call('application.register', anApplication({ channel }), clerk)).toMatchObject({
        error: { fields: [{ path: 'channel', message: expect.stringContaining('kendiliğinden gelir') }] },
      });
    },
  );
});

describe('WA-1: WhatsApp', () => {
  test('can be chosen once an administrator has switched it on, and only until it is off again', async () => {
    const whatsapp = anApplication({ channel: 'whatsapp' });
    expect(await counter.call('application.register', whatsapp, clerk)).toMatchObject({
      error: { fields: [{ path: 'channel', message: 'WhatsApp kanalı şu anda hizmette değil.' }] },
    });
    await switchChannel('whatsapp', true);
    const { applicationId } = await counter.ok('application.register', whatsapp, clerk);
    await switchChannel('whatsapp', false);
    expect((await counter.call('application.register', whatsapp, clerk)).ok).toBe(false);
    await call(applicationId);
    await close(applicationId);
    expect(await file(applicationId)).toMatchObject({ status: 'closed', channel: 'whatsapp' });
  });
});

async function switchChannel(code: Channel, isOn: boolean): Promise<void> {
  await changeChannel(code, { isOn });
}

async function changeChannel(
  code: Channel,
  change: Partial<InputOf<'settings.saveChannels'>['channels'][number]>,
): Promise<void> {
  const { channels } = await counter.ok('settings.get', {}, { window: 'admin' });
  const changed = (channels?.channels ?? []).map((one) => (one.code === code ? { ...one, ...change } : one));
  await counter.ok('settings.saveChannels', { channels: changed }, { window: 'admin' });
}

describe('a procedure that is changed', () => {
  test('holds for what is registered from then on; an open application keeps the one it began with', async () => {
    const before = await register();
    await changeChannel('solution_point', {
      callAttempts: 1,
      sms: { registered: null, closed: 'application_closed', resolvedAtOnce: null },
      steps: [{ id: 'SP-9', text: 'Yeni adım.', acts: ['registered'] }],
    });
    const after = await register();
    expect(after.smsId).toBeNull();
    expect(Object.keys(standings(await file(after.applicationId)))).toEqual(['SP-9']);
    expect(Object.keys(standings(await file(before.applicationId)))).toEqual([
      'SP-1',
      'SP-2',
      'SP-3',
      'SP-4',
    ]);
    for (const { applicationId } of [before, after])
      await counter.ok('application.recordCall', { applicationId, result: 'no_answer', note: '' }, clerk);
    const missed = async (id: string) => (await file(id)).closingGaps.map(({ code }) => code);
    expect(await missed(before.applicationId)).toEqual(['call']);
    expect(await missed(after.applicationId)).toEqual([]);
    await changeChannel('solution_point', { callAttempts: 5 });
    expect(await missed(after.applicationId)).toEqual([]);
  });

  test('says what is wrong with it, and needs all ten channels', async () => {
    const { channels } = await counter.ok('settings.get', {}, { window: 'admin' });
    const nine = (channels?.channels ?? []).slice(1);
    expect(
      await counter.call('settings.saveChannels', { channels: nine }, { window: 'admin' }),
    ).toMatchObject({
      error: {
        fields: [{ path: 'channels', message: 'On kanalın her biri bulunmalı; kullanılmayan kapatılır.' }],
      },
    });
    expect(await counter.call('settings.saveChannels', { channels: nine }, clerk)).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  test('decides who may close', async () => {
    await changeChannel('solution_point', { closedBy: ['supervisor'] });
    const { applicationId } = await register();
    await call(applicationId);
    expect(await file(applicationId)).toMatchObject({ can: { close: false } });
    expect(await counter.call('application.close', closingOf(applicationId), clerk)).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});
