import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { withStore } from '../../../testing/store.ts';
import { anApplication, comeBack, setUp, signInAs, wholeCard } from '../../../testing/workplace.ts';
import { auditEntries } from './audit.repo.ts';

let counter: TestCore;
let applicationId: string;
let consumerId: string;
const clerk = { window: 'clerk' };
const supervisor = { window: 'supervisor' };
const today = '2026-03-10';

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  await signInAs(counter, 'supervisor');
  ({ applicationId } = await counter.ok('application.register', anApplication(), clerk));
  consumerId = (await counter.ok('application.get', { applicationId }, clerk)).consumerId ?? '';
});
afterEach(() => counter.remove());

function search(changes: Partial<InputOf<'audit.search'>> = {}, options = supervisor) {
  const all = { from: today, to: today, userId: null, text: '', offset: 0 };
  return counter.call('audit.search', { ...all, ...changes }, options);
}

async function acts(changes: Partial<InputOf<'audit.search'>> = {}) {
  const found = await search(changes);
  if (!found.ok) throw new Error('refused');
  return found.value.rows.map(({ act, actor, subjects }) => [
    act,
    actor,
    ...subjects.map(({ label }) => label),
  ]);
}

test('a supervisor sees who looked at what, the newest first, with what it leads to', async () => {
  await wholeCard(counter, consumerId, clerk);
  const found = await search();
  expect(found).toMatchObject({
    value: {
      rows: [
        { act: 'opened_consumer', actor: 'Kişi clerk', subjects: [{ id: consumerId, label: 'Ayşe I.' }] },
        {
          act: 'revealed',
          subjects: [{ id: consumerId }],
          reveal: {
            fields: ['identity_no', 'phone', 'landline', 'email'],
            reason: 'identity_check',
            words: '',
          },
        },
        {
          act: 'disclosed',
          subjects: [{ id: consumerId }],
          disclosure: { capacity: 'self', identityVerifiedBy: 'identity_card', capacityEvidence: '' },
        },
        {
          act: 'opened_application',
          at: '2026-03-10T07:00:00.000Z',
          subjects: [{ id: applicationId, label: '26-2026-0100001', applicationId }],
        },
        { act: 'signed_in', actor: 'Kişi supervisor', subjects: [] },
        { act: 'signed_in', actor: 'Kişi clerk' },
        { act: 'signed_in' },
      ],
      hasMore: false,
    },
  });
});

test.each(['10000000146', '0532 123 45 67', '26-2026-0100001', '10000091010', 'ayşe ışık'])(
  'what was read of whoever %s means is found, files and card alike',
  async (text) => {
    await wholeCard(counter, consumerId, clerk);
    // The surname stands there whole for whoever has typed it.
    const name = text === 'ayşe ışık' ? 'Ayşe Işık' : 'Ayşe I.';
    expect(await acts({ text })).toEqual(
      text === '26-2026-0100001'
        ? [['opened_application', 'Kişi clerk', '26-2026-0100001']]
        : [
            ['opened_consumer', 'Kişi clerk', name],
            ['revealed', 'Kişi clerk', name],
            ['disclosed', 'Kişi clerk', name],
            ['opened_application', 'Kişi clerk', '26-2026-0100001'],
          ],
    );
    expect(await acts({ text: 'yoktur böyle' })).toEqual([]);
  },
);

test('one person’s acts of some days are asked for, by İstanbul’s days', async () => {
  const people = (await counter.ok('audit.search', { ...range(today), userId: null, ...page }, supervisor))
    .people;
  const userId = people.find(({ displayName }) => displayName === 'Kişi clerk')?.id ?? '';
  expect((await acts({ userId })).map(([act]) => act)).toEqual(['opened_application', 'signed_in']);
  expect(await acts({ from: '2026-03-09', to: '2026-03-09' })).toEqual([]);
  expect(await acts({ from: '2026-03-11', to: '2026-03-12' })).toEqual([]);
});

test.each([
  [{ from: '2026-03-11', to: today }, 'to', 'Bitiş günü başlangıçtan önce olamaz.'],
  [{ from: '2025-03-09', to: today }, 'from', 'En çok bir yıl birden aranabilir.'],
  [{ from: 'dün' }, 'from', 'Gün gg.aa.yyyy olarak yazılmalı.'],
])('%j is refused at its field', async (changes, path, message) => {
  expect(await search(changes)).toMatchObject({ error: { fields: [{ path, message }] } });
});

test('more files of one consumer than a statement may have parameters are searched all the same', async () => {
  const many = Array.from({ length: 40_000 }, (_, index) => `dosya-${index}`);
  const found = await withStore(counter, ({ db }) =>
    auditEntries(db, {
      ...{ from: '2026-03-10', until: '2026-03-11', userId: null, offset: 0, limit: 9 },
      subjectIds: [...many, applicationId],
    }),
  );
  expect(found.map(({ type }) => type)).toEqual(['audit.viewed']);
});

test('a hundred come at once, the rest by the next page', async () => {
  for (let index = 0; index < 60; index += 1) {
    await counter.ok('session.signOut', {}, clerk);
    await signIn();
  }
  const first = await search();
  const second = await search({ offset: 100 });
  expect(first).toMatchObject({ value: { hasMore: true } });
  expect(first.ok && first.value.rows).toHaveLength(100);
  expect(second).toMatchObject({ value: { hasMore: false } });
  const ids = [first, second].flatMap((found) => (found.ok ? found.value.rows.map(({ id }) => id) : []));
  expect(new Set(ids).size).toBe(124);
});

test('a day of far more looks than usual is told, by name and İstanbul’s day', async () => {
  for (let made = 0; made < 45; made += 1) {
    const { applicationId: id } = await counter.ok('application.register', anApplication(), clerk);
    await counter.ok('application.get', { applicationId: id }, clerk);
  }
  expect(await counter.ok('audit.unusual', {}, supervisor)).toMatchObject({
    signs: [{ sign: 'opened', displayName: 'Kişi clerk', day: today, count: 46, usual: 0, noted: null }],
  });
  counter.clock.advance(31 * 86_400_000);
  await comeBack(counter, 'supervisor');
  expect(await counter.ok('audit.unusual', {}, supervisor)).toEqual({ signs: [] });
});

test('nobody below a supervisor reads it', async () => {
  expect(await counter.call('audit.unusual', {}, clerk)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await search({}, clerk)).toMatchObject({ error: { code: 'forbidden' } });
});

const page = { text: '', offset: 0 };
const range = (day: string) => ({ from: day, to: day });

function signIn() {
  return counter.ok('session.signIn', { username: 'clerk', password: 'clerk-parolasi-uzun' }, clerk);
}
