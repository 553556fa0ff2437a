import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries } from '../../../testing/store.ts';
import {
  anApplication,
  comeBack,
  letKnowInformants,
  reveal,
  setUp,
  signInAs,
  wholeCard,
} from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const base = anApplication();

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

type Registration = ReturnType<typeof anApplication>;
const anonymous: Registration['applicant'] = {
  kind: 'anonymous',
  name: '',
  identityNo: null,
  phone: null,
  landline: null,
  email: null,
};
const place = { province: 'Eskişehir', district: 'Odunpazarı', neighbourhood: '', street: '', doorNo: '' };
const refusals: readonly (readonly [string, Partial<Registration>, string, string])[] = [
  ['a name of 201 letters', named('a'.repeat(201)), 'applicant.name', 'En çok 200 karakter yazılabilir.'],
  ['a name of invisible marks', named('\u200b\u200b'), 'applicant.name', 'Ad soyad ya da unvan yazılmalı.'],
  [
    'no way to call back',
    named('Ayşe', { phone: null }),
    'applicant.phone',
    'Telefonla dönüş için bir telefon numarası yazılmalı.',
  ],
  [
    'no address for a letter',
    { replyChannel: 'written', premises: null },
    'premises',
    'Yazılı dönüş için adres yazılmalı.',
  ],
  [
    'a district that the province does not have',
    { premises: { ...place, province: 'Kütahya', district: 'Odunpazarı' } },
    'premises.district',
    'Bu ilde böyle bir ilçe yok. Listeden seçin ya da ili düzeltin.',
  ],
  [
    'no e-mail to answer to',
    { replyChannel: 'email' },
    'applicant.email',
    'E-postayla dönüş için e-posta adresi yazılmalı.',
  ],
  [
    'a capacity without its paper',
    { capacity: 'proxy' },
    'capacityEvidence',
    'Bu sıfat için gösterilen belge yazılmalı.',
  ],
  ['an unknown topic', { topicCode: 'moon' }, 'topicCode', 'Böyle bir konu yok. Listeden seçin.'],
  [
    'a field that the topic does not have',
    { topicFields: { moon: 'full' } },
    'topicFields.moon',
    'Bu konu böyle bir alan istemiyor.',
  ],
  ['a ticket that does not exist', { ticketId: 'nobody' }, 'ticketId', 'Bu sıra numarası bulunamadı.'],
  [
    'a card that does not exist',
    { consumerId: 'nobody' },
    'consumerId',
    'Bu tüketici kartı bulunamadı. Kişiyi yeniden arayın.',
  ],
  [
    'WA-1: a channel that is off',
    { channel: 'whatsapp' },
    'channel',
    'WhatsApp kanalı şu anda hizmette değil.',
  ],
  [
    'WA-1: the same from somebody without a name',
    { channel: 'whatsapp', applicant: anonymous, capacity: 'informant' },
    'channel',
    'WhatsApp kanalı şu anda hizmette değil.',
  ],
  [
    'nobody asking for themselves',
    { applicant: anonymous },
    'capacity',
    'Kimliğini vermeyen kişi yalnızca ihbarcı olabilir.',
  ],
  [
    'an outdated notice',
    { notice: { textCode: 'privacy_notice_counter', textVersion: 99, method: 'printed' } },
    'notice',
    'Aydınlatma metni değişti. Yeni metni gösterip yeniden kaydedin.',
  ],
];

function named(name: string, changes: Partial<Registration['applicant']> = {}): Partial<Registration> {
  return { applicant: { ...base.applicant, name, ...changes } };
}

test.each(refusals)(
  '%s is refused at its field, and nothing is written',
  async (_, changes, path, message) => {
    const before = await countEntries(counter);
    expect(await counter.call('application.register', { ...base, ...changes }, clerk)).toMatchObject({
      error: { code: 'invalid_input', fields: expect.arrayContaining([{ path, message }]) },
    });
    expect(await countEntries(counter)).toBe(before);
  },
);

test.each([
  ['in capitals', 'ESKİŞEHİR', 'ODUNPAZARI'],
  ['without the Turkish letters', 'eskisehir', 'odunpazari'],
  ['of a province that the company does not serve', 'Ankara', 'Çankaya'],
  ['not named at all', 'Eskişehir', ''],
])('a district %s is taken as it was written', async (_, province, district) => {
  const premises = { ...place, province, district };
  const { applicationId } = await counter.ok('application.register', { ...base, premises }, clerk);
  expect(await counter.ok('application.get', { applicationId }, clerk)).toMatchObject({ premises });
});

test('two numbers, however many register at one moment, are never the same', async () => {
  const registered = await Promise.all(
    Array.from({ length: 12 }, () => counter.ok('application.register', base, clerk)),
  );
  expect(registered.map((one) => one.applicationNo).sort()).toEqual(
    Array.from({ length: 12 }, (_, index) => `26-2026-01${String(index + 1).padStart(5, '0')}`),
  );
  expect(new Set(registered.map((one) => one.trackingCode)).size).toBe(12);
});

test('numbers begin anew with the year in İstanbul', async () => {
  counter.clock.set('2026-12-31T20:59:59.999Z');
  await comeBack(counter, 'clerk');
  expect(await counter.ok('application.register', base, clerk)).toMatchObject({
    applicationNo: '26-2026-0100001',
  });
  counter.clock.advance(1);
  expect(await counter.ok('application.register', base, clerk)).toMatchObject({
    applicationNo: '26-2027-0100001',
  });
});

describe('the card of a consumer', () => {
  const cardOf = async (applicationId: string) => {
    const { consumerId } = await counter.ok('application.get', { applicationId }, clerk);
    return wholeCard(counter, consumerId ?? '', clerk);
  };

  test('is one for one identity number, and takes what is new', async () => {
    await counter.ok('application.register', base, clerk);
    const changes = named('Ayşe Kaya', { email: 'ayse@ornek.com' });
    const second = { ...base, ...changes, installationNo: '20000091010' };
    const { applicationId } = await counter.ok('application.register', second, clerk);
    expect(await cardOf(applicationId)).toMatchObject({
      name: 'Ayşe Kaya',
      email: 'ayse@ornek.com',
      installations: ['10000091010', '20000091010'],
      applications: [{ applicationNo: '26-2026-0100002' }, { applicationNo: '26-2026-0100001' }],
    });
  });

  test('is not changed by whoever acts for the person', async () => {
    await counter.ok('application.register', base, clerk);
    const forHer = {
      ...base,
      ...named('Ali Vekil', { phone: '0533 000 00 00' }),
      capacity: 'relative' as const,
    };
    const { applicationId } = await counter.ok('application.register', forHer, clerk);
    expect(await cardOf(applicationId)).toMatchObject({ name: 'Ayşe Işık', phone: '+905321234567' });
  });

  test('holds the last two hundred installations of a municipality', async () => {
    const municipality = {
      ...base,
      ...named('Örnek Belediyesi', { kind: 'public_body', identityNo: null }),
      capacity: 'company_rep' as const,
      capacityEvidence: 'Yetki belgesi',
    };
    const first = await counter.ok('application.register', municipality, clerk);
    const { id } = await cardOf(first.applicationId);
    const numbers = Array.from({ length: 201 }, (_, index) => String(30_000_001 + index));
    for (const installationNo of numbers)
      await counter.ok('application.register', { ...municipality, consumerId: id, installationNo }, clerk);
    const { installations } = await wholeCard(counter, id, clerk);
    expect([installations.length, installations[0], installations.at(-1)]).toEqual([
      200,
      '30000002',
      '30000201',
    ]);
  });
});

describe('WR-7 FF-4: an informant', () => {
  const informed = { ...base, capacity: 'informant' as const };

  test('is known to those alone to whom an administrator has given that, whatever their role', async () => {
    await signInAs(counter, 'reception');
    await signInAs(counter, 'unit');
    const { applicationId } = await counter.ok('application.register', informed, clerk);
    const note = 'Ayşe Hanım yarın yine arayacak';
    await counter.ok('application.recordCall', { applicationId, result: 'reached', note }, clerk);

    for (const window of ['reception', 'unit', 'clerk', 'admin']) {
      const file = await counter.ok('application.get', { applicationId }, { window });
      expect(file.applicant).toEqual({ ...anonymous, kind: 'person', name: 'Kimliği gizli ihbarcı' });
      expect(file.timeline.map((item) => item.kind)).toEqual([
        'registered',
        'notice',
        'sms',
        'print',
        'called',
      ]);
      expect(JSON.stringify(file)).not.toMatch(/Ayşe|Işık|532|10000000146/);
    }
    await letKnowInformants(counter, 'clerk');
    expect(await counter.ok('application.get', { applicationId }, clerk)).toMatchObject({
      applicant: { name: 'Ayşe Işık', phone: '05•• ••• 45 67' },
    });
    await reveal(counter, { kind: 'application', id: applicationId }, clerk);
    expect(await counter.ok('application.get', { applicationId }, clerk)).toMatchObject({
      applicant: { phone: '+905321234567' },
    });
  });

  test('who leaves a number and no name gets an SMS without one', async () => {
    const nameless = { ...informed, applicant: { ...anonymous, phone: '0532 123 45 67' }, notice: null };
    const { applicationId, smsId } = await counter.ok('application.register', nameless, clerk);
    expect(smsId).not.toBeNull();
    await letKnowInformants(counter, 'clerk');
    const { timeline } = await counter.ok('application.get', { applicationId }, clerk);
    expect(timeline.find((item) => item.kind === 'sms')?.text).toMatch(
      /^Sayın Başvuru Sahibi, başvurunuz 26-/,
    );
  });
});
