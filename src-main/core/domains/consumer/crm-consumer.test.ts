import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConsumerCard } from '../../../../src-shared/contract/gateway.ts';
import { makeCore, type TestCore, unreachableCrm } from '../../../testing/make-core.ts';
import { withStore } from '../../../testing/store.ts';
import {
  anApplication,
  reveal,
  setUp,
  signInAgain,
  signInAs,
  wholeCard,
} from '../../../testing/workplace.ts';
import { foundKeptMillis } from './forget-found.ts';

let counter: TestCore;
let known: readonly ConsumerCard[];
const clerk = { window: 'clerk' };
const base = anApplication();
const crmId = '0198c1de-0000-7000-8000-00000000c0de';
const card: ConsumerCard = {
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
  known = [card];
  counter = await makeCore({
    connectUpstream: () => ({
      ...unreachableCrm,
      findConsumers: async () => ({ ok: true, value: { consumers: [...known] } }),
    }),
  });
  await setUp(counter);
  await counter.ok('crm.configure', { url: 'https://crm.ornek', apiKey: 'anahtar' }, { window: 'admin' });
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

/** Finds this person in the CRM, and gives the id by which a desk may name them. */
async function found(person: ConsumerCard = card): Promise<string> {
  known = [person];
  const { consumers } = await counter.ok('consumer.findInCrm', { text: 'ayşe' }, clerk);
  return consumers[0]?.id ?? '';
}

async function registeredFor(changes: Partial<typeof base>) {
  const { applicationId } = await counter.ok('application.register', { ...base, ...changes }, clerk);
  const { consumerId } = await counter.ok('application.get', { applicationId }, clerk);
  return consumerId ?? '';
}

test('whom the CRM knows gets the card here under the CRM’s id, with what both know of them', async () => {
  expect(await registeredFor({ consumerId: await found() })).toBe(crmId);
  expect(await wholeCard(counter, crmId, clerk)).toMatchObject({
    ...card,
    premises: base.premises,
    installations: ['30000091010', '30000091011', '10000091010'],
    applications: [{ applicationNo: '26-2026-0100001' }],
  });
});

test('a second registration for the same person of the CRM changes nothing of a card that says it all', async () => {
  await registeredFor({ consumerId: await found() });
  await registeredFor({ consumerId: await found() });
  expect(await cardsWritten()).toEqual([crmId]);
});

test('where a card of the same identity number is here, it stands with its id and takes what it lacks', async () => {
  const here = await registeredFor({});
  const other = { ...card, name: 'AYŞE ISIK', phone: '+905330000000' };
  expect(await registeredFor({ consumerId: await found(other) })).toBe(here);
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
  expect(await registeredFor({ ...changes, consumerId: await found() })).toBe(crmId);
  expect(await wholeCard(counter, crmId, clerk)).toMatchObject(card);
});

test('who acts for a person without a number at the CRM is not taken for that person', async () => {
  const muhtar = { ...base.applicant, name: 'Ali Muhtar', identityNo: '12345678950' };
  const own = await registeredFor({ applicant: muhtar });
  const nameless = { ...card, identityNo: null };
  const changes = { applicant: muhtar, capacity: 'relative' } as const;
  expect(await registeredFor({ ...changes, consumerId: await found(nameless) })).toBe(crmId);
  expect(await counter.ok('consumer.get', { consumerId: own }, clerk)).toMatchObject({ name: 'Ali Muhtar' });
});

test('WR-7 FF-4: an informant leaves no card, though the CRM knows them', async () => {
  expect(await registeredFor({ consumerId: await found(), capacity: 'informant' })).toBe('');
  expect(await cardsWritten()).toEqual([]);
});

test('FF-4: what the CRM says of an account stays in the core until it is on record who asks', async () => {
  const consumerId = await found();
  expect(await counter.ok('consumer.findInCrm', { text: 'ayşe' }, clerk)).toEqual({
    consumers: [
      {
        ...{ id: crmId, kind: 'person', name: 'Ayşe I.' },
        ...{ maskedIdentityNo: '100••••••46', maskedPhone: '05•• ••• 45 67', place: '' },
      },
    ],
  });
  const { installations, ...details } = card;
  const shown = await counter.ok('consumer.get', { consumerId }, clerk);
  const masked = { identityNo: '100••••••46', phone: '05•• ••• 45 67', email: 'a••••@ornek.com' };
  expect(shown).toEqual({ ...details, ...masked, isOfCrm: true, revealed: null });
  expect(await counter.call('consumer.account', { consumerId }, clerk)).toMatchObject({
    error: { code: 'disclosure_needed' },
  });
  expect(await wholeCard(counter, consumerId, clerk)).toMatchObject({ installations, applications: [] });
});

test('whom the CRM has found is known after a restart, for a week, and whoever was registered stays', async () => {
  const other = { ...card, id: '0198c1de-0000-7000-8000-00000000beef', identityNo: null };
  await registeredFor({ consumerId: await found() });
  await found(other);
  counter.clock.advance(foundKeptMillis);
  expect(await isKnownAfterStart(other.id)).toBe(true);
  counter.clock.advance(1);
  expect(await isKnownAfterStart(other.id)).toBe(false);
  expect(await isKnownAfterStart(crmId)).toBe(true);
});

/** The next start forgets whom it may forget before the one after it is asked. */
async function isKnownAfterStart(consumerId: string): Promise<boolean> {
  counter = await counter.reopen();
  counter.core.start();
  counter = await counter.reopen();
  await signInAgain(counter, 'clerk');
  return (await counter.call('consumer.get', { consumerId }, clerk)).ok;
}

/** The consumers whose cards were recorded, once for each time. */
function cardsWritten() {
  return withStore(counter, ({ raw }) =>
    raw.prepare("select stream_id from entries where type = 'consumer.recorded'").pluck().all(),
  );
}

test('what a form leaves to the card is registered as the card has it, and a code goes to the number on it', async () => {
  const consumerId = await found();
  const applicant = { ...base.applicant, identityNo: null, phone: null, email: null };
  const { phone } = await counter.ok('phone.sendCode', { ofConsumer: consumerId }, clerk);
  expect(phone).toBe('05•• ••• 45 67');
  const fromCard = ['identityNo' as const, 'phone' as const, 'email' as const];
  const { applicationId } = await counter.ok(
    'application.register',
    { ...base, applicant, consumerId, fromCard },
    clerk,
  );
  await reveal(counter, { kind: 'application', id: applicationId }, clerk);
  expect(await counter.ok('application.get', { applicationId }, clerk)).toMatchObject({
    consumerId: crmId,
    applicant: { identityNo: card.identityNo, phone: card.phone, email: card.email },
  });
});
