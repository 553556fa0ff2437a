import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import type { Contact } from '../../../../src-shared/contract/switchboard.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries, withStore } from '../../../testing/store.ts';
import { anApplication, comeBack, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const admin = { window: 'admin' };
const reception = { window: 'reception' };
const clerk = { window: 'clerk' };
const minute = 60_000;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  for (const role of ['reception', 'clerk', 'unit', 'supervisor'] as const) await signInAs(counter, role);
});
afterEach(() => counter.remove());

type Card = InputOf<'switchboard.saveContact'>['contact'];
const isil: Card = {
  kind: 'person',
  name: 'Işıl Çağlar',
  department: 'Bağlantı Müdürlüğü',
  title: 'Bağlantı Uzmanı',
  extension: '2140',
  directPhone: '0222 230 21 40',
  sip: null,
  backupId: null,
};
const department: Card = { ...isil, kind: 'department', name: 'Bağlantı Müdürlüğü', extension: '2100' };

async function add(contact: Card): Promise<string> {
  return (await counter.ok('switchboard.saveContact', { contactId: null, contact }, admin)).contactId;
}
const directory = async (at = reception): Promise<readonly Contact[]> =>
  (await counter.ok('switchboard.directory', {}, at)).contacts;
const transfers = async (at = reception) => (await counter.ok('switchboard.transfers', {}, at)).transfers;
const log = (changes: Partial<InputOf<'switchboard.logTransfer'>>, at = reception) =>
  counter.call(
    'switchboard.logTransfer',
    { contactId: '', outcome: 'transferred', applicationNo: null, note: '', ...changes },
    at,
  );

describe('the directory', () => {
  test('SW-5: holds departments before people, each as it was entered', async () => {
    const person = await add(isil);
    const unit = await add(department);
    const reachable = { availability: 'available', backOn: null, note: '' };
    const phone = '+902222302140';
    expect(await directory()).toEqual([
      { id: unit, ...department, department: '', directPhone: phone, ...reachable },
      { id: person, ...isil, directPhone: phone, ...reachable },
    ]);
  });

  test('a card is changed and removed by an administrator, and its availability stays with it', async () => {
    const contactId = await add(isil);
    const away = { availability: 'away', backOn: null, note: 'Toplantıda' } as const;
    await counter.ok('switchboard.setAvailability', { contactId, ...away }, reception);
    await counter.ok(
      'switchboard.saveContact',
      { contactId, contact: { ...isil, extension: '2141' } },
      admin,
    );
    expect(await directory()).toMatchObject([{ id: contactId, extension: '2141', ...away }]);
    await counter.ok('switchboard.removeContact', { contactId }, admin);
    expect(await directory()).toEqual([]);
    expect(await counter.call('switchboard.removeContact', { contactId }, admin)).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  test.each<[string, Partial<Card>, string, string]>([
    ['a person without a department', { department: '' }, 'contact.department', 'Kişinin birimi yazılmalı.'],
    [
      'nothing to call by',
      { extension: '', directPhone: null },
      'contact.extension',
      'Dahili, telefon ya da SIP adresinden en az biri yazılmalı.',
    ],
    ['a wrong extension', { extension: '2a' }, 'contact.extension', 'Dahili 2 ile 8 rakam arasında olmalı.'],
    [
      'a wrong number',
      { directPhone: '12' },
      'contact.directPhone',
      'Telefon numarası geçersiz. Örnek: 0222 230 00 00',
    ],
    [
      'a wrong SIP address',
      { sip: 'sip:isil çağlar' },
      'contact.sip',
      'SIP adresi geçersiz. Örnek: baglanti@santral.ornek.com.tr',
    ],
    [
      'a backup that is not there',
      { backupId: 'nobody' },
      'contact.backupId',
      'Yedek, rehberdeki başka bir kayıt olmalı.',
    ],
  ])('%s is refused at its field', async (_name, wrong, path, message) => {
    const contact = { ...isil, ...wrong };
    expect(await counter.call('switchboard.saveContact', { contactId: null, contact }, admin)).toMatchObject({
      error: { fields: [{ path, message }] },
    });
  });

  test('nobody is their own backup', async () => {
    const contactId = await add(isil);
    const contact = { ...isil, backupId: contactId };
    expect(await counter.call('switchboard.saveContact', { contactId, contact }, admin)).toMatchObject({
      error: { fields: [{ path: 'contact.backupId' }] },
    });
  });

  test('SW-5: who is out is back on the day that was said', async () => {
    const contactId = await add(isil);
    const out = { contactId, availability: 'out', backOn: '2026-03-12', note: 'İzinde' } as const;
    expect(
      await counter.call('switchboard.setAvailability', { ...out, backOn: '2026-03-10' }, reception),
    ).toMatchObject({
      error: { fields: [{ path: 'backOn', message: 'Dönüş günü bugünden sonra olmalı.' }] },
    });
    await counter.ok('switchboard.setAvailability', out, reception);
    counter.clock.set('2026-03-11T20:59:59.000Z');
    await comeBack(counter, 'reception');
    expect(await directory()).toMatchObject([{ availability: 'out', backOn: '2026-03-12' }]);
    counter.clock.advance(1_000);
    expect(await directory()).toMatchObject([{ availability: 'available', backOn: null, note: 'İzinde' }]);
  });

  test('the branch decides how it dials', async () => {
    const before = await counter.ok('switchboard.directory', {}, reception);
    expect(before.dialling).toEqual({ scheme: 'tel', extensionPrefix: '', sipDomain: '' });
    const dialling = { scheme: 'sip', extensionPrefix: '+90 222 230', sipDomain: 'santral.ornek' } as const;
    await counter.ok('switchboard.saveDialling', dialling, admin);
    const after = await counter.ok('switchboard.directory', {}, reception);
    expect(after.dialling).toEqual({ ...dialling, extensionPrefix: '+90222230' });
  });
});

describe('an imported directory', () => {
  const heads = 'Tür;Ad;Birim;Unvan;Dahili;Telefon;SIP;Yedek';
  const importCsv = (...lines: readonly string[]) =>
    counter.ok('switchboard.importDirectory', { csv: `\uFEFF${[heads, ...lines].join('\r\n')}` }, admin);

  test('adds who is new, changes who has changed, and leaves the others alone', async () => {
    const lines = [
      'Birim;Bağlantı Müdürlüğü;;;2100;;;',
      'Kişi;Işıl Çağlar;Bağlantı Müdürlüğü;Uzman;2140;0222 230 21 40;;İbrahim Doğan',
      ';İbrahim Doğan;Ölçme;Müdür;2150;;ibrahim@ornek.com;',
    ];
    expect(await importCsv(...lines)).toEqual({ kind: 'imported', added: 3, changed: 0, unchanged: 0 });
    const [, person, backup] = await directory();
    expect(person).toMatchObject({ name: 'Işıl Çağlar', backupId: backup?.id });
    const entries = await countEntries(counter);
    expect(await importCsv(...lines)).toEqual({ kind: 'imported', added: 0, changed: 0, unchanged: 3 });
    expect(await countEntries(counter)).toBe(entries);
    const moved = 'KİŞİ;IŞIL ÇAĞLAR;bağlantı müdürlüğü;Uzman;2199;;;';
    expect(await importCsv(moved)).toEqual({ kind: 'imported', added: 0, changed: 1, unchanged: 0 });
    expect(await directory()).toHaveLength(3);
  });

  test('is taken whole or not at all, and says of each line what is wrong', async () => {
    const outcome = await importCsv(
      'Kişi;Işıl Çağlar;Bağlantı;;2140;;;',
      'Kişi;Ayşe Kaya;;;12x;;;',
      'Oda;Toplantı;Bağlantı;;2141;;;',
      'Kişi;ışıl çağlar;BAĞLANTI;;2142;;;Kimse Yok',
    );
    expect(outcome).toEqual({
      kind: 'refused',
      errors: [
        { line: 3, message: 'Dahili 2 ile 8 rakam arasında olmalı.' },
        { line: 4, message: 'Kişi mi birim mi olduğu seçilmeli.' },
        { line: 5, message: 'Aynı kayıt 2. satırda da var.' },
        { line: 5, message: 'Yedek rehberde yok: Kimse Yok.' },
      ],
    });
    expect(await directory()).toEqual([]);
  });

  test('two thousand people are taken at once', async () => {
    const lines = Array.from(
      { length: 2_000 },
      (_, index) => `;Kişi ${index};Birim ${index % 40};;${3_000 + index};;;`,
    );
    expect(await importCsv(...lines)).toMatchObject({ kind: 'imported', added: 2_000 });
    expect(await directory()).toHaveLength(2_000);
  });
});

describe('the log of transfers', () => {
  test('SW-6: says today who passed a call on to whom, when, and what became of it', async () => {
    const contactId = await add(isil);
    const { applicationId, applicationNo } = await counter.ok('application.register', anApplication(), clerk);
    await log({ contactId, outcome: 'no_answer' });
    counter.clock.advance(minute);
    await log({ contactId, applicationNo: ` ${applicationNo} `, note: 'Proje onayını soruyor' }, clerk);
    const of = { contactId, contactName: 'Işıl Çağlar', department: 'Bağlantı Müdürlüğü' };
    expect(await transfers()).toEqual([
      {
        ...{ id: expect.any(String), at: '2026-03-10T07:01:00.000Z', by: 'Kişi clerk', ...of },
        ...{ outcome: 'transferred', application: { id: applicationId, applicationNo } },
        ...{ note: 'Proje onayını soruyor', canWithdraw: false },
      },
      {
        ...{ id: expect.any(String), at: '2026-03-10T07:00:00.000Z', by: 'Kişi reception', ...of },
        ...{ outcome: 'no_answer', application: null, note: '', canWithdraw: true },
      },
    ]);
  });

  test('a transfer stays as it was when the card is removed, and is not of today after midnight', async () => {
    const contactId = await add(isil);
    await log({ contactId });
    await counter.ok('switchboard.removeContact', { contactId }, admin);
    expect(await transfers()).toMatchObject([{ contactName: 'Işıl Çağlar' }]);
    counter.clock.set('2026-03-10T21:00:00.000Z');
    await comeBack(counter, 'reception');
    expect(await transfers()).toEqual([]);
    expect(await log({ contactId })).toMatchObject({ error: { code: 'not_found' } });
  });

  test.each([
    ['note', { note: 'Arayan 0532 123 45 67' }, 'Nota telefon ya da kimlik numarası yazılmaz.'],
    ['note', { note: 'x'.repeat(201) }, 'En çok 200 karakter yazılabilir.'],
    ['applicationNo', { applicationNo: '26-2026-0199999' }, 'Bu numarayla kayıtlı bir başvuru yok.'],
  ])('a wrong %s is refused at its field', async (path, wrong, message) => {
    const contactId = await add(isil);
    expect(await log({ contactId, ...wrong })).toMatchObject({ error: { fields: [{ path, message }] } });
    expect(await transfers()).toEqual([]);
  });

  test('a slip is taken back by whoever made it, for ten minutes', async () => {
    const contactId = await add(isil);
    await log({ contactId });
    await log({ contactId, outcome: 'busy' });
    const [second, first] = await transfers();
    const withdraw = (transferId = '', at = reception) =>
      counter.call('switchboard.withdrawTransfer', { transferId }, at);
    expect(await withdraw(second?.id, clerk)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await withdraw(second?.id)).toMatchObject({ ok: true });
    expect(await withdraw(second?.id)).toMatchObject({ error: { code: 'not_found' } });
    counter.clock.advance(10 * minute);
    await comeBack(counter, 'reception');
    expect(await withdraw(first?.id)).toMatchObject({ error: { code: 'wrong_state' } });
    expect(await transfers()).toMatchObject([{ outcome: 'transferred', canWithdraw: false }]);
  });

  test('nothing in the store says who called', async () => {
    const columns = await withStore(counter, ({ raw }) =>
      raw.prepare("select name from pragma_table_info('call_transfers')").pluck().all(),
    );
    expect(columns).toEqual([
      ...[
        'id',
        'at',
        'actor',
        'contact_id',
        'contact_name',
        'department',
        'outcome',
        'application_id',
        'note',
      ],
    ]);
  });
});
