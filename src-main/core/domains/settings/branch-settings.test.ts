import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, Method } from '../../../../src-shared/contract/index.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { withStore, writeFacts } from '../../../testing/store.ts';
import { adminSecrets, setUp, signInAs } from '../../../testing/workplace.ts';
import { loadCatalogue } from '../../catalogue/catalogue.ts';
import { defaultCategories, defaultPolicy } from '../system/defaults.ts';

type CategoryInput = InputOf<'settings.saveCategories'>['categories'][number];

let counter: TestCore;
const admin = { window: 'admin' };
const { channels: shippedChannels, organisations } = loadCatalogue();
const shippedOrganisation = organisations[0]?.texts;
const desks = [
  { deskCode: 'B1', deskName: 'Banko 1' },
  { deskCode: 'B2', deskName: 'Banko 2' },
];
const rooms = [{ roomCode: 'G1', roomName: 'Görüşme Odası 1', unit: 'Bağlantı Müdürlüğü', unitCode: null }];
const general: CategoryInput = {
  ...{ code: 'general', name: 'Genel başvuru', letter: 'A', colour: 'blue', firstNumber: 101, weight: 1 },
  ...{ dailyLimit: null, deskCodes: null, opensAt: null, closesAt: null },
};
const outage: CategoryInput = { ...general, code: 'outage', name: 'Kesinti', letter: 'B', colour: 'red' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
});
afterEach(() => counter.remove());

const saved = () => counter.ok('settings.get', {}, admin);
const saveDesks = (some = desks) => counter.ok('settings.saveDesks', { desks: some }, admin);
const saveCategories = (...categories: readonly CategoryInput[]) =>
  counter.ok('settings.saveCategories', { categories: [...categories] }, admin);
const issue = (categoryCode: string) => counter.ok('ticket.issue', { categoryCode, priority: false }, admin);

/** The field errors of a save that must be refused. */
async function errorsOf<M extends Method>(
  method: M,
  input: InputOf<M>,
): Promise<readonly [string, string][]> {
  const before = await saved();
  const result = await counter.call(method, input, admin);
  if (result.ok) throw new Error('It was saved');
  expect(result.error.code).toBe('invalid_input');
  expect(await saved()).toEqual(before);
  return (result.error.fields ?? []).map(({ path, message }) => [path, message]);
}
const categoryErrors = (...categories: readonly CategoryInput[]) =>
  errorsOf('settings.saveCategories', { categories: [...categories] });

test('a new branch has four categories, one desk, no rooms and the usual rules', async () => {
  expect(await saved()).toEqual({
    categories: defaultCategories,
    desks: [{ deskCode: 'B1', deskName: 'Banko 1' }],
    rooms: [],
    units: [],
    policy: defaultPolicy,
    channels: shippedChannels,
    organisation: shippedOrganisation,
  });
});

test('what an administrator saves is what the queue goes by from then on', async () => {
  await saveDesks();
  await counter.ok('settings.saveRooms', { rooms }, admin);
  const changed: CategoryInput = {
    ...{ ...outage, letter: 'Ş', firstNumber: 7, dailyLimit: 40, weight: 1.5 },
    ...{ deskCodes: ['B2'], opensAt: '08:30', closesAt: '16:45' },
  };
  await saveCategories(changed, general);
  const policy = {
    ...defaultPolicy,
    nightPolicy: 'carry_over',
    graceMinutes: 0,
    lockAfterMinutes: 9,
  } as const;
  await counter.ok('settings.savePolicy', { policy }, admin);
  expect(await saved()).toEqual({
    categories: [changed, general],
    desks,
    rooms,
    units: [],
    policy,
    channels: shippedChannels,
    organisation: shippedOrganisation,
  });
  expect((await issue('outage')).ticket.label).toBe('Ş7');
  expect((await counter.ok('session.current', {}, admin)).lockAfterMinutes).toBe(9);
  expect((await counter.ok('ticket.queue', {}, admin)).categories.map(({ code }) => code)).toEqual([
    'outage',
    'general',
  ]);
});

test('what is saved is announced, so that every screen reads it again', async () => {
  const topics: string[] = [];
  counter.core.onChanged((announcement) => topics.push(...announcement.topics));
  await saveCategories(general);
  expect(topics).toEqual(['settings']);
});

describe('a category', () => {
  test('has a letter, a code and a name of its own', async () => {
    const twin = { ...outage, code: 'general', letter: 'A', name: 'GENEL BAŞVURU' };
    expect(await categoryErrors(general, outage, twin)).toEqual([
      ['categories.2.code', 'Bu kod başka bir kategoride var.'],
      ['categories.2.letter', 'Bu harf başka bir kategoride var.'],
      ['categories.2.name', 'Bu ad başka bir kategoride var.'],
    ]);
  });

  test.each(['', 'a', 'AB', '1', 'ß', ' A'])(
    'is not known by %j, which is no single capital letter',
    async (letter) => {
      expect(await categoryErrors({ ...general, letter })).toEqual([
        ['categories.0.letter', 'Tek bir büyük harf yazılmalı.'],
      ]);
    },
  );

  test('has numbers that can be', async () => {
    const sentence = 'Günlük sınır 1 ile 9000 arasında bir tam sayı olmalı.';
    for (const dailyLimit of [0, -1, 1.5, 9_001])
      expect(await categoryErrors({ ...general, dailyLimit })).toEqual([
        ['categories.0.dailyLimit', sentence],
      ]);
    expect(await categoryErrors({ ...general, firstNumber: 0, weight: 0 })).toEqual([
      ['categories.0.firstNumber', 'İlk numara 1 ile 9000 arasında bir tam sayı olmalı.'],
      ['categories.0.weight', 'Ağırlık 0,1 ile 10 arasında bir sayı olmalı.'],
    ]);
  });

  test('opens before it closes, at times of a day', async () => {
    for (const closesAt of ['09:00', '08:59'])
      expect(await categoryErrors({ ...general, opensAt: '09:00', closesAt })).toEqual([
        ['categories.0.closesAt', 'Kapanış saati açılış saatinden sonra olmalı.'],
      ]);
    expect(await categoryErrors({ ...general, opensAt: '9:00', closesAt: '24:00' })).toEqual([
      ['categories.0.opensAt', 'Saat ss:dd biçiminde yazılmalı. Örnek: 08:30'],
      ['categories.0.closesAt', 'Saat ss:dd biçiminde yazılmalı. Örnek: 08:30'],
    ]);
  });

  test('is served by desks that the branch has, and by one at least', async () => {
    expect(await categoryErrors({ ...general, deskCodes: ['B1', 'B9'] })).toEqual([
      ['categories.0.deskCodes', 'Bu şubede B9 kodlu bir banko yok.'],
    ]);
    expect(await categoryErrors({ ...general, deskCodes: [] })).toEqual([
      ['categories.0.deskCodes', 'En az bir banko seçilmeli ya da hepsine açık bırakılmalı.'],
    ]);
  });

  test('has a name and a code that can be written, and a colour that there is', async () => {
    const input = { ...general, name: ' ', code: 'Genel Başvuru' };
    expect(await categoryErrors(input)).toEqual([
      ['categories.0.code', 'Kategori kodu küçük harf, rakam ve alt çizgiden oluşmalı.'],
      ['categories.0.name', 'Kategori adı yazılmalı.'],
    ]);
  });

  test('is not removed while somebody waits in it, also one who was sent there', async () => {
    await saveCategories(general, outage);
    const { ticket } = await issue('outage');
    const sentence = 'Kesinti kaldırılamaz: 1 kişi bekliyor. Önce onları çağırın ya da aktarın.';
    expect(await categoryErrors(general)).toEqual([['categories', sentence]]);
    const to = { kind: 'category', code: 'general' } as const;
    await counter.ok('ticket.transfer', { ticketId: ticket.id, to }, admin);
    await saveCategories(general);
    expect(await categoryErrors(outage)).toEqual([
      ['categories', 'Genel başvuru kaldırılamaz: 1 kişi bekliyor. Önce onları çağırın ya da aktarın.'],
    ]);
  });

  test('is there at least once', async () => {
    expect(await categoryErrors()).toEqual([['categories', 'En az bir kategori olmalı.']]);
  });
});

describe('a desk', () => {
  const without = (code: string) => desks.filter(({ deskCode }) => deskCode !== code);

  test('has a code and a name of its own', async () => {
    const twin = { deskCode: 'B1', deskName: 'banko 2' };
    expect(await errorsOf('settings.saveDesks', { desks: [...desks, twin] })).toEqual([
      ['desks.2.deskCode', 'Bu kod başka bir bankoda var.'],
      ['desks.2.deskName', 'Bu ad başka bir bankoda var.'],
    ]);
    expect(await errorsOf('settings.saveDesks', { desks: [{ deskCode: 'b 1', deskName: '' }] })).toEqual([
      ['desks.0.deskCode', 'Banko kodu büyük harf ve rakamdan oluşmalı. Örnek: B1'],
      ['desks.0.deskName', 'Banko adı yazılmalı.'],
    ]);
  });

  test('is not removed while it is this computer’s or a category’s', async () => {
    await saveDesks();
    await saveCategories({ ...general, deskCodes: ['B2'] });
    expect(await errorsOf('settings.saveDesks', { desks: without('B2') })).toEqual([
      ['desks', 'Banko 2 kaldırılamaz: Genel başvuru kategorisinde seçili.'],
    ]);
    expect(await errorsOf('settings.saveDesks', { desks: without('B1') })).toEqual([
      ['desks', 'Banko 1 kaldırılamaz: bu bilgisayarın bankosu.'],
    ]);
  });

  test('is not removed while somebody is there or waits for it', async () => {
    await saveDesks();
    await signInAs(counter, 'clerk');
    const clerk = { username: 'clerk', password: 'clerk-parolasi-uzun', deskCode: 'B2' };
    const second = { window: 'second' };
    await counter.ok('session.signIn', clerk, second);
    await issue('general');
    const waiting = await issue('general');
    const { ticket } = await counter.ok('ticket.callNext', {}, second);
    await counter.ok('ticket.hold', { ticketId: ticket.id }, second);
    const to = { kind: 'desk', code: 'B2' } as const;
    await counter.ok('ticket.transfer', { ticketId: waiting.ticket.id, to }, admin);
    expect(await errorsOf('settings.saveDesks', { desks: without('B2') })).toEqual([
      ['desks', 'Banko 2 kaldırılamaz: 2 numara bu bankoda ya da bu bankoyu bekliyor.'],
    ]);
    await counter.ok('ticket.finish', { ticketId: ticket.id }, second);
    await counter.ok('ticket.cancel', { ticketId: waiting.ticket.id, reason: 'left' }, admin);
    await saveDesks(without('B2'));
  });

  test('of this computer that gets another name has it at the next sign-in', async () => {
    await saveDesks([{ deskCode: 'B1', deskName: 'Çözüm Noktası 1' }]);
    const { username, password } = adminSecrets;
    const { desk } = await counter.ok('session.signIn', { username, password }, admin);
    expect(desk).toEqual({ deskCode: 'B1', deskName: 'Çözüm Noktası 1' });
    expect((await counter.ok('system.state', {})).desk).toEqual(desk);
  });
});

describe('a room', () => {
  test('has a code and a name of its own', async () => {
    const twin = { roomCode: 'G1', roomName: 'GÖRÜŞME ODASI 1', unit: '' };
    expect(await errorsOf('settings.saveRooms', { rooms: [...rooms, { ...twin, unit: 'Birim' }] })).toEqual([
      ['rooms.1.roomCode', 'Bu kod başka bir odada var.'],
      ['rooms.1.roomName', 'Bu ad başka bir odada var.'],
    ]);
    expect(await errorsOf('settings.saveRooms', { rooms: [twin] })).toEqual([
      ['rooms.0.unit', 'Odadaki birim yazılmalı.'],
    ]);
  });

  test('is not removed while somebody waits for it', async () => {
    await counter.ok('settings.saveRooms', { rooms }, admin);
    const { ticket } = await issue('general');
    const to = { kind: 'room', code: 'G1' } as const;
    await counter.ok('ticket.transfer', { ticketId: ticket.id, to }, admin);
    expect(await errorsOf('settings.saveRooms', { rooms: [] })).toEqual([
      ['rooms', 'Görüşme Odası 1 kaldırılamaz: 1 kişi bu odayı bekliyor.'],
    ]);
    await counter.ok('ticket.cancel', { ticketId: ticket.id, reason: 'left' }, admin);
    await counter.ok('settings.saveRooms', { rooms: [] }, admin);
    expect((await saved()).rooms).toEqual([]);
  });
});

describe('a unit', () => {
  const unit = { unitCode: 'BAGLANTI', unitName: 'Bağlantı Müdürlüğü', teamsAddress: null };
  const plain = { ...unit, teamCodes: ['connection'], memberIds: [] };

  test('has a code and a name of its own, and people and teams that exist', async () => {
    const twin = { ...plain, unitName: 'BAĞLANTI MÜDÜRLÜĞÜ', teamCodes: ['yok'], memberIds: ['yok'] };
    expect(await errorsOf('settings.saveUnits', { units: [plain, twin] })).toEqual([
      ['units.1.unitCode', 'Bu kod başka bir birimde var.'],
      ['units.1.unitName', 'Bu ad başka bir birimde var.'],
      ['units.1.teamCodes', 'Ekipler listeden seçilmeli.'],
      ['units.1.memberIds', 'Kişiler kullanıcı listesinden seçilmeli.'],
    ]);
    const nameless = { ...plain, unitCode: 'bağlantı', unitName: ' ', teamsAddress: 'adres' };
    expect(await errorsOf('settings.saveUnits', { units: [nameless] })).toEqual([
      ['units.0.unitCode', 'Birim kodu büyük harf ve rakamdan oluşmalı. Örnek: BAGLANTI'],
      ['units.0.unitName', 'Birim adı yazılmalı.'],
      ['units.0.teamsAddress', 'E-posta adresi geçersiz. Örnek: ad@ornek.com'],
    ]);
  });

  test('is not removed while it has a room, and a room is of a unit that exists', async () => {
    const room = { roomCode: 'G1', roomName: 'Görüşme Odası 1', unit: 'Bağlantı', unitCode: 'BAGLANTI' };
    expect(await errorsOf('settings.saveRooms', { rooms: [room] })).toEqual([
      ['rooms.0.unitCode', 'Bu şubede böyle bir birim yok.'],
    ]);
    await counter.ok('settings.saveUnits', { units: [plain] }, admin);
    await counter.ok('settings.saveRooms', { rooms: [room] }, admin);
    expect(await errorsOf('settings.saveUnits', { units: [] })).toEqual([
      ['units', 'Bağlantı Müdürlüğü kaldırılamaz: Görüşme Odası 1 bu birimin odası.'],
    ]);
  });

  test('is not removed while it meets somebody, and neither is the room', async () => {
    await counter.ok('settings.saveUnits', { units: [plain] }, admin);
    await counter.ok('settings.saveRooms', { rooms }, admin);
    const { ticket } = await issue('general');
    await counter.ok(
      'meeting.handOver',
      {
        ...{ ticketId: ticket.id, unitCode: 'BAGLANTI', roomCode: null, mode: 'in_person' },
        ...{ topicCode: 'connection_new', applicationId: null },
      },
      admin,
    );
    expect(await errorsOf('settings.saveUnits', { units: [] })).toEqual([
      ['units', 'Bağlantı Müdürlüğü kaldırılamaz: süren bir görüşmesi var.'],
    ]);
    expect(await errorsOf('settings.saveRooms', { rooms: [] })).toEqual([
      ['rooms', 'Görüşme Odası 1 kaldırılamaz: odada bir görüşme var.'],
    ]);
  });
});

test('the rules have bounds, each with its sentence', async () => {
  const policy = {
    ...defaultPolicy,
    ...{ lockAfterMinutes: 0, trackingUrl: '', graceMinutes: -1 },
    ...{ priorityHeadStartMinutes: 121, priorityFactor: 0.5, longestWaitMinutes: 4 },
  };
  expect(await errorsOf('settings.savePolicy', { policy })).toEqual([
    ['policy.lockAfterMinutes', 'Ekran kilidi süresi (dakika) 1 ile 120 arasında bir tam sayı olmalı.'],
    ['policy.trackingUrl', 'Başvuru takip adresi yazılmalı.'],
    ['policy.graceMinutes', 'Geri dönüş süresi (dakika) 0 ile 480 arasında bir tam sayı olmalı.'],
    ['policy.priorityHeadStartMinutes', 'Öncelik başlangıcı (dakika) 0 ile 120 arasında bir sayı olmalı.'],
    ['policy.priorityFactor', 'Öncelik katsayısı 1 ile 10 arasında bir sayı olmalı.'],
    ['policy.longestWaitMinutes', 'En uzun bekleme (dakika) 5 ile 480 arasında bir sayı olmalı.'],
  ]);
});

describe('what another PC wrote', () => {
  async function receive(document: string, value: Parameters<typeof fact<'settings.changed'>>[2]['value']) {
    await writeFacts(counter, [fact({ kind: 'settings', id: document }, 'settings.changed', { value })]);
    await reopen();
  }
  async function reopen() {
    counter = await counter.reopen();
    const { username, password } = adminSecrets;
    await counter.ok('session.signIn', { username, password }, admin);
  }
  async function kept(document: string) {
    const value = await withStore(counter, ({ db }) =>
      db.selectFrom('settings').select('value').where('document', '=', document).executeTakeFirstOrThrow(),
    );
    await reopen();
    return JSON.parse(value.value);
  }

  test('keeps the members that this version does not know, when it changes the others', async () => {
    await receive('categories', [
      { ...general, icon: { name: 'bolt' } },
      { ...outage, icon: { name: 'drop' } },
    ]);
    await saveCategories({ ...outage, name: 'Arıza' }, general);
    expect(await kept('categories')).toEqual([
      { ...outage, name: 'Arıza', icon: { name: 'drop' } },
      { ...general, icon: { name: 'bolt' } },
    ]);
    await receive('policy', { ...defaultPolicy, theme: { dark: true } });
    await counter.ok('settings.savePolicy', { policy: { ...defaultPolicy, graceMinutes: 5 } }, admin);
    expect(await kept('policy')).toEqual({ ...defaultPolicy, graceMinutes: 5, theme: { dark: true } });
  });

  test('of rooms in an older Banko’s words names whose they are by their signs', async () => {
    await receive('rooms', [{ roomCode: 'G1', roomName: 'Oda 1', unit: 'BAĞLANTI müdürlüğü' }]);
    const unit = { unitCode: 'BAGLANTI', unitName: 'Bağlantı Müdürlüğü', teamCodes: [], memberIds: [] };
    await counter.ok('settings.saveUnits', { units: [{ ...unit, teamsAddress: null }] }, admin);
    expect((await counter.ok('meeting.rooms', {}, admin)).rooms).toMatchObject([
      { roomCode: 'G1', unitCode: 'BAGLANTI', unitName: 'Bağlantı Müdürlüğü' },
    ]);
  });

  test('is not written over where it can not be understood', async () => {
    await receive('policy', { lockAfterMinutes: 'beş' });
    expect((await saved()).policy).toBeNull();
    expect(await counter.call('settings.savePolicy', { policy: defaultPolicy }, admin)).toMatchObject({
      error: { code: 'settings_unreadable' },
    });
    expect(await kept('policy')).toEqual({ lockAfterMinutes: 'beş' });
  });
});
