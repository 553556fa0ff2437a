import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fact } from '../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../src-shared/ledger/reduce-application.ts';
import type { Channel } from '../../src-shared/rules/channels.ts';
import { canonicalText, textSchema } from '../../src-shared/rules/texts.ts';
import { aNotice } from '../../src-shared/testing/texts.ts';
import { createApiKey, withdrawApiKey } from '../access/api-keys.ts';
import { setIntakeBranch } from '../intake/branches.ts';
import { shippedCatalogue } from '../lib/catalogue.ts';
import { sha256 } from '../lib/ids.ts';
import { createTestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { createTestBranch, createTestClock } from '../testing/gateway.ts';
import {
  createIntakeClient,
  entriesOf,
  type IntakeBody,
  type IntakeClient,
  outsideApplication,
} from '../testing/intake.ts';
import { gatewayOfSuite } from '../testing/suite.ts';

const clock = createTestClock();
const closing = {
  outcomeKind: 'informed',
  outcome: 'Planlı kesintinin saat 17.00’de biteceği söylendi',
  durableMedium: 'sms',
  satisfaction: 'satisfied',
} as const;

describe.each(databaseVarieties())('applications from outside on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, clock);
  let client: IntakeClient;

  beforeAll(async () => {
    const { gateway } = suite;
    await setIntakeBranch(gateway.db, { province: null, branch: '26' });
    client = await createIntakeClient(
      gateway,
      'app',
      'info_email',
      'social_media',
      'whatsapp',
      'switchboard',
    );
  });

  it('AP-1 IN-1 IN-2 SM-1 SW-2: falls into the ledger with its number, code and registration SMS, as its channel has it', async () => {
    const edmsNo = 'EYS-2026/418';
    for (const [channel, changes] of [
      ['app', {}],
      ['info_email', { edmsNo, replyChannel: 'written' }],
      ['social_media', {}],
      ['switchboard', {}],
    ] as const) {
      const { status, body } = await client.register(outsideApplication({ channel, ...changes }));
      expect(status).toBe(200);
      expect(body).toEqual({
        applicationId: expect.any(String),
        applicationNo: expect.stringMatching(/^26-2026-00\d{5}$/),
        trackingCode: expect.stringMatching(/^[2-9A-Z]{12}$/),
        dueAt: expect.any(String),
      });
      const entries = await entriesOf(suite.branch, body.applicationId);
      expect(entries.map(({ type, actor }) => [type, actor])).toEqual([
        ['application.registered', `intake:${channel}`],
        ['notice.given', `intake:${channel}`],
        ['sms.requested', `intake:${channel}`],
      ]);
      expect(foldApplication(entries)).toMatchObject({
        status: 'registered',
        registration: {
          channel,
          branchCode: '26',
          deskCode: null,
          identityVerifiedBy: 'not_verified',
          applicant: { phone: '+905321234567' },
          channelsVersion: shippedCatalogue.channels.version,
        },
        notices: [{ textHash: shippedCatalogue.notice.hash, method: 'read_on_screen' }],
        messages: [{ purpose: 'application_registered' }],
      });
    }
  });

  it('SW-4: information alone is told by one SMS, and is created and resolved', async () => {
    const { body } = await client.register(
      outsideApplication({ channel: 'switchboard', resolvedAtOnce: closing }),
    );
    const entries = await entriesOf(suite.branch, body.applicationId);
    expect(entries.map(({ type }) => type)).toEqual([
      'application.registered',
      'notice.given',
      'application.closed',
      'sms.requested',
    ]);
    expect(foldApplication(entries)).toMatchObject({
      status: 'closed',
      closing: { outcomeKind: 'informed' },
      messages: [{ purpose: 'registered_and_resolved' }],
    });
    const row = await suite.gateway.db
      .selectFrom('sms_outbox')
      .select('text')
      .where('stream_id', '=', body.applicationId)
      .execute();
    expect(row).toHaveLength(1);
    expect(row[0]?.text).toContain('oluşturuldu ve çözümlendi. Sonuç: Planlı kesintinin');
  });

  const refusals: readonly (readonly [string, Partial<IntakeBody>, number, string, string])[] = [
    [
      'WA-1: a channel that is off',
      { channel: 'whatsapp' },
      422,
      'channel',
      'WhatsApp kanalı şu anda hizmette değil.',
    ],
    [
      'IN-1: an e-mail that is not in the EDMS',
      { channel: 'info_email' },
      422,
      'edmsNo',
      'Evrak Yönetim Sistemi numarası yazılmalı.',
    ],
    [
      'a notice that was not given',
      { notice: null },
      422,
      'notice',
      'Başvuru sahibi aydınlatılmadan kayıt yapılamaz.',
    ],
    ['an unknown topic', { topicCode: 'moon' }, 422, 'topicCode', 'Böyle bir konu yok. Listeden seçin.'],
    [
      'a field that the topic needs',
      { topicFields: { fault: 'off' } },
      422,
      'topicFields.location',
      'Yer tarifi yazılmalı.',
    ],
    [
      'a district of another province',
      { premises: { province: 'Uşak', district: 'Odunpazarı', neighbourhood: '', street: '', doorNo: '' } },
      422,
      'premises.district',
      'Bu ilde böyle bir ilçe yok. Listeden seçin ya da ili düzeltin.',
    ],
    [
      'an event to come',
      { eventAt: '2027-01-01T00:00:00.000Z' },
      422,
      'eventAt',
      'Olay zamanı ileri bir tarih olamaz.',
    ],
    [
      'SW-4: an app that concludes by itself',
      { resolvedAtOnce: closing },
      422,
      'resolvedAtOnce',
      'Mobil uygulama başvurusu kayıt sırasında sonuçlandırılamaz.',
    ],
    [
      'a mobile number that is none',
      { applicant: { ...outsideApplication().applicant, phone: '0222 230 00 00' } },
      400,
      'applicant.phone',
      'Bu numara sabit hat ya da özel numara; SMS alamaz. Cep telefonu yazın, sabit hattı kendi alanına girin.',
    ],
    ['no words', { description: ' ' }, 400, 'description', 'Başvurunun konusu yazılmalı.'],
  ];
  it.each(refusals)(
    '%s is refused at its field, and nothing is written',
    async (_, changes, status, path, message) => {
      const before = await countEntries();
      const reply = await client.register(outsideApplication(changes));
      expect(reply).toMatchObject({
        status,
        body: { error: { fields: expect.arrayContaining([{ path, message }]) } },
      });
      expect(await countEntries()).toBe(before);
    },
  );

  it('keeps every text byte for byte, also what a database can’t hold', async () => {
    const description = 'ğüşıöç 👩‍🔧 \u0000 \ud800 satır\nsonu';
    const applicant = { ...outsideApplication().applicant, name: 'A\u0000li \udfff' };
    const { status, body } = await client.register(outsideApplication({ description, applicant }));
    expect(status).toBe(200);
    expect(foldApplication(await entriesOf(suite.branch, body.applicationId))).toMatchObject({
      registration: {
        description: expect.stringContaining('\ud800'),
        applicant: { name: 'A\u0000li \udfff' },
      },
    });
  });

  it('is refused where the channel is taken down at a counter, or the key is not for it', async () => {
    const counterOnly = await createIntakeClient(suite.gateway, 'written');
    expect(await counterOnly.register(outsideApplication({ channel: 'written' }))).toMatchObject({
      status: 422,
      body: {
        error: {
          code: 'not_acceptable',
          fields: [{ path: 'channel', message: 'Yazılı başvuruları bankoda kaydedilir; dışarıdan alınmaz.' }],
        },
      },
    });
    const social = await createIntakeClient(suite.gateway, 'social_media');
    expect(await social.register(outsideApplication())).toMatchObject({
      status: 403,
      body: { error: { code: 'other_channel' } },
    });
  });

  it('names what is not known and a missing key', async () => {
    expect(await client.registerWithoutKey(outsideApplication())).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'Idempotency-Key', message: 'Idempotency-Key başlığı gerekli.' }] } },
    });
    expect((await client.register(outsideApplication(), 'kısa')).status).toBe(400);
    expect(await client.register({ ...outsideApplication(), note: 'x' })).toMatchObject({
      status: 400,
      body: { error: { fields: [{ path: 'note', message: 'Bu alan tanınmıyor.' }] } },
    });
    expect((await client.register(null)).status).toBe(400);
  });

  describe('one Idempotency-Key', () => {
    it('gives the first reply again, also when several arrive at once', async () => {
      const key = randomUUID();
      const replies = await Promise.all(
        Array.from({ length: 5 }, () => client.register(outsideApplication(), key)),
      );
      replies.push(await client.register(outsideApplication(), key));
      expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(await entriesOf(suite.branch, replies[0]?.body.applicationId)).toHaveLength(3);
    });

    it('is refused with another body, and is another intent under another key', async () => {
      const key = randomUUID();
      const first = await client.register(outsideApplication(), key);
      expect(await client.register(outsideApplication({ description: 'Başka bir konu' }), key)).toMatchObject(
        {
          status: 422,
          body: { error: { code: 'key_reused' } },
        },
      );
      const other = await createIntakeClient(suite.gateway, 'app');
      const second = await other.register(outsideApplication(), key);
      expect(second.body.applicationNo).not.toBe(first.body.applicationNo);
    });

    it('may be sent again after a refusal was mended', async () => {
      const key = randomUUID();
      expect((await client.register(outsideApplication({ topicCode: 'moon' }), key)).status).toBe(422);
      expect((await client.register(outsideApplication(), key)).status).toBe(200);
    });

    it('is forgotten after thirty days', async () => {
      const key = randomUUID();
      const first = await client.register(outsideApplication(), key);
      clock.forward(31 * 86_400_000);
      const later = await client.register(outsideApplication(), key);
      expect(later.status).toBe(200);
      expect(later.body.applicationId).not.toBe(first.body.applicationId);
      const old = suite.gateway.db
        .selectFrom('intake_requests')
        .select('application_id')
        .where('application_id', '=', first.body.applicationId);
      expect(await old.execute()).toEqual([]);
    });
  });

  it('gives each application a number of its own, however many come at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => client.register(outsideApplication())),
    );
    const numbers = replies.map(({ body }) => Number(body.applicationNo.slice(-5))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    expect(new Set(replies.map(({ body }) => body.trackingCode)).size).toBe(12);
  });

  it('goes to the branch of its province, and to the default branch from anywhere else', async () => {
    const { db } = suite.gateway;
    await setIntakeBranch(db, { province: 'Kütahya', branch: '43' });
    const kutahya = { ...premisesIn('KÜTAHYA'), district: 'Tavşanlı' };
    const there = await client.register(outsideApplication({ premises: kutahya }));
    expect(there.body.applicationNo).toMatch(/^43-2026-00/);
    for (const premises of [premisesIn('Uşak'), premisesIn('Ankara'), null])
      expect((await client.register(outsideApplication({ premises }))).body.applicationNo).toMatch(/^26-/);
  });

  it('is refused in words where no branch is named', async () => {
    const { db } = suite.gateway;
    await db.deleteFrom('intake_branches').execute();
    await createTestBranch(suite.gateway, '64');
    const refused = await client.register(outsideApplication());
    await setIntakeBranch(db, { province: null, branch: '26' });
    expect(refused).toMatchObject({
      status: 503,
      body: { error: { code: 'no_branch', message: expect.stringContaining('şube tanımlı değil') } },
    });
  });

  it('WA-1: follows the procedure that its branch has pushed last and can be read here', async () => {
    const branch = await createTestBranch(suite.gateway, '11');
    await setIntakeBranch(suite.gateway.db, { province: 'Bilecik', branch: '11' });
    const counter = createTestCounter(clock);
    const whatsapp = outsideApplication({ channel: 'whatsapp', premises: premisesIn('Bilecik') });
    const push = async (value: unknown) => {
      const payload = { value: JSON.parse(JSON.stringify(value)) };
      counter.write(fact({ kind: 'settings', id: 'channels' }, 'settings.changed', payload));
      expect((await branch.push(counter.log, counter.entries)).status).toBe(200);
    };
    await push(channelsWith('whatsapp', true, 2));
    const { body } = await client.register(whatsapp);
    expect(foldApplication(await entriesOf(branch, body.applicationId))).toMatchObject({
      registration: { channel: 'whatsapp', channelsVersion: 2 },
    });
    await push({ version: 'from a later Banko' });
    expect((await client.register(whatsapp)).status).toBe(200);
    await push(channelsWith('whatsapp', false, 3));
    expect((await client.register(whatsapp)).status).toBe(422);
  });

  it('WB-1 AP-1: give the notice that the branch has published, from its day on, and the record points at it', async () => {
    const branch = await createTestBranch(suite.gateway, '12');
    await setIntakeBranch(suite.gateway.db, { province: 'Kütahya', branch: '12' });
    const counter = createTestCounter(clock);
    const text = { ...aNotice({ validFrom: '2026-01-01', title: 'Şubenin metni' }), version: 2 };
    counter.write(fact({ kind: 'text', id: text.code }, 'text.published', { text }));
    expect((await branch.push(counter.log, counter.entries)).status).toBe(200);

    const headers = { authorization: `Bearer ${client.apiKey}` };
    const url = `/v1/catalogue?province=${encodeURIComponent('Kütahya')}`;
    const { notice } = (await suite.gateway.app.inject({ url, headers })).json();
    expect(notice).toMatchObject({ code: text.code, version: 2, title: 'Şubenin metni' });
    const from = outsideApplication({ premises: premisesIn('Kütahya') });
    expect(await client.register(from)).toMatchObject({
      status: 422,
      body: { error: { fields: [{ path: 'notice' }] } },
    });
    const given = { textCode: notice.code, textVersion: notice.version, method: 'read_on_screen' } as const;
    const { body } = await client.register({ ...from, notice: given });
    expect(foldApplication(await entriesOf(branch, body.applicationId))).toMatchObject({
      notices: [{ ...given, textHash: sha256(canonicalText(textSchema.parse(text))) }],
    });
    expect((await client.register(outsideApplication())).status).toBe(200);
  });

  describe('keys', () => {
    it('of an intake open the intake alone, and those of a counter the counter’s alone', async () => {
      const { app, db } = suite.gateway;
      const { apiKey } = await createApiKey(db, clock, '26');
      const get = async (url: string, key: string) =>
        (await app.inject({ url, headers: { authorization: `Bearer ${key}` } })).statusCode;
      expect(await get('/v1/feed', client.apiKey)).toBe(401);
      expect(await get('/v1/catalogue', client.apiKey)).toBe(200);
      expect(await get('/v1/feed', apiKey)).toBe(200);
      expect(await get('/v1/catalogue', apiKey)).toBe(401);
    });

    it('that are withdrawn open nothing', async () => {
      const withdrawn = await createIntakeClient(suite.gateway, 'app');
      expect((await withdrawn.register(outsideApplication())).status).toBe(200);
      await withdrawApiKey(suite.gateway.db, clock, withdrawn.id);
      expect((await withdrawn.register(outsideApplication())).status).toBe(401);
    });

    it('are limited each for itself', async () => {
      const busy = await createIntakeClient(suite.gateway, 'app');
      const statuses = new Set<number>();
      for (let sent = 0; sent < 121; sent += 1) statuses.add((await busy.register(null)).status);
      expect([...statuses]).toEqual([400, 429]);
    });
  });

  it('tells integrators the topics, the provinces and the notice in force, and describes itself', async () => {
    const { app } = suite.gateway;
    const headers = { authorization: `Bearer ${client.apiKey}` };
    const catalogue = (await app.inject({ url: '/v1/catalogue', headers })).json();
    const { code, version, language, title, draft, validFrom, body, legalGrounds } = shippedCatalogue.notice;
    expect(catalogue.notice).toEqual({
      code,
      version,
      language,
      title,
      draft,
      validFrom,
      body,
      legalGrounds,
    });
    const codes = catalogue.topics.map(({ code }: { code: string }) => code);
    expect(codes).toContain('street_lighting');
    expect(codes).not.toContain('prepaid_meter');
    const paths = (await app.inject({ url: '/openapi.json' })).json().paths;
    const described = paths['/v1/applications'].post;
    expect(described.security).toEqual([{ intakeKey: [] }]);
    expect(described.parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'idempotency-key', required: true }),
    );
    expect(described.requestBody.content['application/json'].schema.properties).toHaveProperty('topicFields');
  });

  async function countEntries(): Promise<number> {
    const { count } = await suite.gateway.db
      .selectFrom('entries')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }
});

function premisesIn(province: string) {
  return { province, district: '', neighbourhood: '', street: '', doorNo: '' };
}

function channelsWith(code: Channel, isOn: boolean, version: number) {
  const channels = shippedCatalogue.channels.channels.map((item) =>
    item.code === code ? { ...item, isOn } : item,
  );
  return { version, channels };
}
