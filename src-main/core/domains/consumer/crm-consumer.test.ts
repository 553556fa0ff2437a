import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CrmConsumer } from '../../../../src-shared/contract/crm-consumer.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries, withStore } from '../../../testing/store.ts';
import { anApplication, setUp, signInAs, wholeCard } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const base = anApplication();
const crmId = '0198c1de-0000-7000-8000-00000000c0de';
const card: CrmConsumer = {
  id: crmId,
  kind: 'person',
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: '+905321234567',
  email: 'ayse@ornek.com',
  premises: null,
  installations: ['30000091010', '30000091011'],
};

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

async function registeredFor(changes: Partial<typeof base>) {
  const { applicationId } = await counter.ok('application.register', { ...base, ...changes }, clerk);
  const { consumerId } = await counter.ok('application.get', { applicationId }, clerk);
  return consumerId ?? '';
}

test('whom the CRM knows gets the card here under the CRM’s id, with what both know of them', async () => {
  expect(await registeredFor({ crmConsumer: card })).toBe(crmId);
  expect(await wholeCard(counter, crmId, clerk)).toMatchObject({
    ...card,
    premises: base.premises,
    installations: ['30000091010', '30000091011', '10000091010'],
    applications: [{ applicationNo: '26-2026-0100001' }],
  });
});

test('a second registration for the same person of the CRM changes nothing of a card that says it all', async () => {
  await registeredFor({ crmConsumer: card });
  await registeredFor({ crmConsumer: card });
  expect(await cardsWritten()).toEqual([crmId]);
});

test('where a card of the same identity number is here, it stands with its id and takes what it lacks', async () => {
  const here = await registeredFor({});
  const other = { ...card, name: 'AYŞE ISIK', phone: '+905330000000' };
  expect(await registeredFor({ crmConsumer: other })).toBe(here);
  expect(await wholeCard(counter, here, clerk)).toMatchObject({
    name: 'Ayşe Işık',
    phone: '+905321234567',
    email: 'ayse@ornek.com',
    installations: ['30000091010', '30000091011', '10000091010'],
    applications: [{ applicationNo: '26-2026-0100002' }, { applicationNo: '26-2026-0100001' }],
  });
  expect(await counter.call('consumer.get', { consumerId: crmId }, clerk)).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('the CRM’s card is not written over with the details of whoever acts for the person', async () => {
  const proxy = { ...base.applicant, name: 'Ali Vekil', identityNo: '12345678950', phone: '0533 000 00 00' };
  const changes = { applicant: proxy, capacity: 'proxy', capacityEvidence: 'Vekâletname' } as const;
  expect(await registeredFor({ ...changes, crmConsumer: card })).toBe(crmId);
  expect(await wholeCard(counter, crmId, clerk)).toMatchObject(card);
});

test('who acts for a person without a number at the CRM is not taken for that person', async () => {
  const muhtar = { ...base.applicant, name: 'Ali Muhtar', identityNo: '12345678950' };
  const own = await registeredFor({ applicant: muhtar });
  const nameless = { ...card, identityNo: null };
  const changes = { applicant: muhtar, capacity: 'relative', crmConsumer: nameless } as const;
  expect(await registeredFor(changes)).toBe(crmId);
  expect(await counter.ok('consumer.get', { consumerId: own }, clerk)).toMatchObject({ name: 'Ali Muhtar' });
});

test('WR-7 FF-4: an informant leaves no card, though the CRM knows them', async () => {
  expect(await registeredFor({ crmConsumer: card, capacity: 'informant' })).toBe('');
  expect(await cardsWritten()).toEqual([]);
});

const badId = 'CRM’in verdiği tüketici kimliği geçersiz. Kişiyi CRM’de yeniden arayın.';
test.each([
  ['no id', { ...card, id: '' }, 'crmConsumer.id', badId],
  ['an id of 81 letters', { ...card, id: 'k'.repeat(81) }, 'crmConsumer.id', badId],
  ['an id that no database can hold', { ...card, id: 'c\0' }, 'crmConsumer.id', badId],
  ['a nameless card', { ...card, name: '' }, 'crmConsumer.name', 'En az 1 karakter olmalı.'],
])('%s is refused, and nothing is written', async (_, crmConsumer, path, message) => {
  const before = await countEntries(counter);
  expect(await counter.call('application.register', { ...base, crmConsumer }, clerk)).toMatchObject({
    error: { code: 'invalid_input', fields: [{ path, message }] },
  });
  expect(await countEntries(counter)).toBe(before);
});

test('a card here and one of the CRM are not taken together', async () => {
  const consumerId = await registeredFor({});
  const both = { ...base, consumerId, crmConsumer: card };
  expect(await counter.call('application.register', both, clerk)).toMatchObject({
    error: {
      fields: [{ path: 'crmConsumer', message: 'Kişi ya buradaki kartıyla ya da CRM kaydıyla seçilir.' }],
    },
  });
});

/** The consumers whose cards were recorded, once for each time. */
function cardsWritten() {
  return withStore(counter, ({ raw }) =>
    raw.prepare("select stream_id from entries where type = 'consumer.recorded'").pluck().all(),
  );
}
