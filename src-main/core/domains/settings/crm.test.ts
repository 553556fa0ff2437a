import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyHead } from '../../../../src-shared/ledger/chain.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { createRecordingLog } from '../../../testing/recording-log.ts';
import { withStore } from '../../../testing/store.ts';
import { adminSecrets, setUp } from '../../../testing/workplace.ts';
import type { Upstream, UpstreamFailure, UpstreamTarget } from '../../ports.ts';
import { withoutAttachments } from '../../sync/without-attachments.ts';

let counter: TestCore;
let failure: UpstreamFailure | undefined;
const connected: UpstreamTarget[] = [];
const admin = { window: 'admin' };
const settings = { url: 'https://crm.ornek.com//', apiKey: ' gizli-anahtar ' };
const card = {
  id: 'crm-1',
  kind: 'person',
  name: 'Ayşe Işık',
  identityNo: '10000000146',
  phone: null,
  email: null,
  premises: null,
  installations: ['10000091010'],
};

/** A CRM that knows one consumer and takes whatever comes. */
function connectUpstream(target: UpstreamTarget): Upstream {
  connected.push(target);
  async function answer<T>(value: T) {
    return failure === undefined ? ({ ok: true, value } as const) : ({ ok: false, failure } as const);
  }
  return {
    head: (log) => answer(emptyHead(log)),
    push: (log, entries) => answer({ head: emptyHead(log), accepted: entries.length }),
    giveBack: () => answer({ taken: 0 }),
    logPage: (log) => answer({ entries: [], head: emptyHead(log) }),
    feed: (after) => answer({ entries: [], next: after, hasMore: false, isRestart: false }),
    attachments: withoutAttachments,
    findConsumers: () => answer({ consumers: [card] }),
    close: () => {},
  };
}

beforeEach(async () => {
  failure = undefined;
  connected.length = 0;
  counter = await makeCore({ connectUpstream });
  await setUp(counter);
});
afterEach(() => counter.remove());

test('the key stays on this PC: no screen, no entry and no log gets it back', async () => {
  const { log, lines } = createRecordingLog();
  counter = await counter.reopen({ log });
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, admin);
  await counter.ok('crm.configure', settings, admin);
  expect(await counter.ok('crm.get', {}, admin)).toEqual({ url: 'https://crm.ornek.com', hasKey: true });
  await counter.ok('crm.test', {}, admin);
  expect(connected).toEqual([{ url: 'https://crm.ornek.com', apiKey: 'gizli-anahtar' }]);
  const entries = await withStore(counter, ({ raw }) => raw.prepare('select * from entries').all());
  expect(JSON.stringify([entries, lines])).not.toContain('gizli-anahtar');
});

test.each([
  ['ftp://crm.ornek.com', 'CRM adresi http:// ya da https:// ile başlamalı.'],
  ['crm', 'CRM adresi http:// ya da https:// ile başlamalı.'],
])('an address that is none is refused: %s', async (url, message) => {
  expect(await counter.call('crm.configure', { ...settings, url }, admin)).toMatchObject({
    error: { fields: [{ path: 'url', message }] },
  });
});

test('the test says what is wrong with the connection', async () => {
  expect(await counter.call('crm.test', {}, admin)).toMatchObject({ error: { code: 'crm_unreachable' } });
  await counter.ok('crm.configure', settings, admin);
  expect(await counter.call('crm.test', {}, admin)).toMatchObject({ ok: true });
  failure = { kind: 'refused' };
  expect(await counter.call('crm.test', {}, admin)).toMatchObject({ error: { code: 'crm_key_refused' } });
  failure = { kind: 'unreachable' };
  expect(await counter.call('crm.test', {}, admin)).toMatchObject({ error: { code: 'crm_unreachable' } });
});

test('consumers that the CRM knows are shown masked, and opening a card is on record as a look', async () => {
  expect(await counter.call('consumer.findInCrm', { text: 'ayşe' }, admin)).toMatchObject({
    error: { code: 'crm_unreachable' },
  });
  await counter.ok('crm.configure', settings, admin);
  expect(await counter.ok('consumer.findInCrm', { text: 'ayşe' }, admin)).toMatchObject({
    consumers: [{ id: card.id, name: 'Ayşe I.', maskedIdentityNo: '100••••••46' }],
  });
  failure = { kind: 'refused' };
  expect(await counter.call('consumer.findInCrm', { text: 'ayşe' }, admin)).toMatchObject({
    error: { code: 'crm_key_refused' },
  });
  await counter.ok('consumer.get', { consumerId: card.id }, admin);
  const looks = await withStore(counter, ({ raw }) =>
    raw.prepare("select payload from entries where type = 'audit.viewed'").pluck().all(),
  );
  expect(looks.map((payload) => JSON.parse(String(payload)))).toEqual([
    { subjectKind: 'consumer', subjectIds: ['crm-1'], method: 'consumer.get' },
  ]);
});
