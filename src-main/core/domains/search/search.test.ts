import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatTrackingCode } from '../../../../src-shared/text/tracking-code.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
let trackingCode: string;
const clerk = { window: 'clerk' };

/** Ayşe Işık has an open and a closed application, Mehmet Çelik one, and somebody informed. */
beforeAll(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  const base = anApplication();
  ({ trackingCode } = await counter.ok('application.register', base, clerk));
  const { applicationId } = await counter.ok('application.register', base, clerk);
  await counter.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk);
  await counter.ok(
    'application.close',
    {
      applicationId,
      outcomeKind: 'resolved',
      outcome: 'Bitti',
      durableMedium: 'sms',
      satisfaction: 'not_asked',
    },
    clerk,
  );
  const applicant = {
    ...base.applicant,
    name: 'Mehmet Çelik',
    identityNo: '10000000382',
    phone: null,
    landline: '0222 230 00 00',
  };
  await counter.ok(
    'application.register',
    { ...base, applicant, installationNo: '20000091010', premises: null },
    clerk,
  );
  const informant = { ...base.applicant, name: 'Gizem Saklı', phone: '0533 999 88 77' };
  await counter.ok('application.register', { ...base, applicant: informant, capacity: 'informant' }, clerk);
});
afterAll(() => counter.remove());

const ayse = ['26-2026-0100002', '26-2026-0100001'];
const mehmet = ['26-2026-0100003'];
const informed = '26-2026-0100004';

async function find(text: string) {
  const found = await counter.ok('search.find', { text }, clerk);
  return {
    applications: found.applications.map((row) => row.applicationNo),
    consumers: found.consumers.map((row) => row.name),
  };
}

test.each([
  ['an application number', '26-2026-0100002', ['26-2026-0100002'], []],
  ['an application number without dashes', '26 2026 0100002', ['26-2026-0100002'], []],
  ['an identity number', '100 000 001 46', ayse, ['Ayşe I.']],
  ['a mobile number as people write it', '0532 123 45 67', ayse, ['Ayşe I.']],
  ['a landline', '(222) 230 00 00', mehmet, []],
  ['an installation number', '20000091010', mehmet, ['Mehmet Ç.']],
  ['the beginning of an installation number', '200000910', mehmet, ['Mehmet Ç.']],
  ['a name in capitals without its dots', 'ISIK', ayse, ['Ayşe Işık']],
  ['a name in Turkish capitals', 'AYŞE IŞIK', ayse, ['Ayşe Işık']],
  ['a name in the other order', 'çelik mehmet', mehmet, ['Mehmet Çelik']],
  ['the beginnings of two names', 'ay ış', ayse, ['Ayşe I.']],
  ['two names and the beginning of the street', 'ışık ayşe taşk', ayse, ['Ayşe Işık']],
  ['the beginnings of three words', 'ay ış taş', ayse, ['Ayşe I.']],
  ['three words of which one is not hers', 'ayşe ışık çelik', [], []],
  ['one letter and a whole name', 'm celik', mehmet, ['Mehmet Çelik']],
  ['a name with marks and spaces around', '  "Işık"*  ', ayse, ['Ayşe Işık']],
  ['nothing', '   ', [], []],
  ['marks alone', '"*" -- ;', [], []],
  ['a name that nobody has', 'zebercet', [], []],
  ['a half that is no beginning', 'şık', [], []],
])(
  '%s finds its applications and people, the newest first: "%s"',
  async (_, text, applications, consumers) => {
    expect(await find(text)).toEqual({ applications, consumers });
  },
);

test('a street finds who lives there, the closed ones among them', async () => {
  expect(await find('taşköprü cad')).toEqual({
    applications: [informed, ...ayse],
    consumers: ['Ayşe I.'],
  });
});

test('a tracking code finds its application, as printed, as scanned or typed small', async () => {
  for (const code of [trackingCode, formatTrackingCode(trackingCode), trackingCode.toLowerCase()])
    expect((await find(code)).applications).toEqual(['26-2026-0100001']);
});

test('an informant is found by number alone: neither by name nor by phone', async () => {
  for (const text of ['Gizem Saklı', '0533 999 88 77']) expect((await find(text)).applications).toEqual([]);
  expect(await find(informed)).toEqual({ applications: [informed], consumers: [] });
});

test('what is found shows no number in full, and of a surname the initial where it was not typed', async () => {
  const found = await counter.ok('search.find', { text: 'ayşe' }, clerk);
  expect(found.consumers).toEqual([
    {
      id: expect.any(String),
      kind: 'person',
      name: 'Ayşe I.',
      maskedIdentityNo: '100••••••46',
      maskedPhone: expect.stringContaining('•'),
      place: 'Vişnelik Mahallesi, Odunpazarı',
      openApplications: 1,
    },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/10000000146|5321234567|532 123 45 67|10000091010/);
});

test('no more than twenty of each are shown', async () => {
  const base = anApplication();
  const register = (index: number) =>
    counter.ok(
      'application.register',
      {
        ...base,
        applicant: { ...base.applicant, name: `Çok ${index}`, identityNo: null, phone: '0541 000 00 00' },
      },
      clerk,
    );
  for (let index = 0; index < 23; index += 1) await register(index);
  for (const text of ['çok', '0541 000 00 00', '100000910']) {
    const found = await counter.ok('search.find', { text }, clerk);
    expect([found.applications.length, found.consumers.length]).toEqual([20, 20]);
  }
});
