import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { aConsent, aNotice } from '../../../../src-shared/testing/texts.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries, withStore, writeFacts } from '../../../testing/store.ts';
import { anApplication, comeBack, setUp, signInAgain, signInAs } from '../../../testing/workplace.ts';
import { loadCatalogue } from '../../catalogue/catalogue.ts';
import { textHistory, textInForce, textsInForce, textVersion } from './texts.repo.ts';

let counter: TestCore;
const admin = { window: 'admin' };
const catalogue = loadCatalogue();
const { notice: shipped } = catalogue;
const counterNotice = { code: shipped.code, language: 'tr' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
});
afterEach(() => counter.remove());

const publish = (text = aNotice(), after = 1) => counter.ok('text.publish', { text, after }, admin);
const history = async (wanted = counterNotice) => (await counter.ok('text.history', wanted, admin)).versions;
const noticeNow = async () => (await counter.ok('catalogue.get', {}, admin)).notice;

async function registerWith({ version, hash }: { readonly version: number; readonly hash: string }) {
  const { code: textCode } = shipped;
  const notice = { textCode, textVersion: version, textHash: hash, method: 'read_on_screen' } as const;
  return counter.call('application.register', anApplication({ notice }), admin);
}

describe('publishing', () => {
  test('gives the next number, and what was there before stays as it was', async () => {
    const published = await publish(aNotice({ title: 'Yeni başlık' }));
    expect(published).toEqual({ version: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const [second, first] = await history();
    expect(first).toEqual({ text: shipped, standing: 'past', publishedAt: null, publishedBy: null });
    expect(second).toMatchObject({
      text: { version: 2, writtenVersion: 2, title: 'Yeni başlık', hash: published.hash },
      standing: 'in_force',
      publishedAt: '2026-03-10T07:00:00.000Z',
      publishedBy: 'Deniz Yönetici',
    });
  });

  test('is an administrator’s alone', async () => {
    for (const role of ['reception', 'clerk', 'unit', 'supervisor'] as const) {
      await signInAs(counter, role);
      const answer = await counter.call('text.publish', { text: aNotice(), after: 1 }, { window: role });
      expect(answer).toMatchObject({ error: { code: 'forbidden' } });
    }
  });

  test('is refused where another version came in between, and where the rules refuse it; nothing is written', async () => {
    await publish();
    const before = await countEntries(counter);
    const late = await counter.call('text.publish', { text: aNotice({ title: 'Öbürü' }), after: 1 }, admin);
    expect(late).toMatchObject({ error: { code: 'text_changed' } });
    const vague = await counter.call(
      'text.publish',
      { text: aConsent({ purpose: 'Çeşitli' }), after: 0 },
      admin,
    );
    expect(vague).toMatchObject({ error: { code: 'invalid_input', fields: [{ path: 'purpose' }] } });
    const untitled = await counter.call('text.publish', { text: aNotice({ title: ' ' }), after: 2 }, admin);
    expect(untitled).toMatchObject({
      error: { fields: [{ path: 'text.title', message: 'Başlık yazılmalı.' }] },
    });
    expect(await countEntries(counter)).toBe(before);
  });

  test('of a new text makes it one, in its own language, and its list says what is in force and what comes', async () => {
    await publish(aConsent({ validFrom: '2026-03-11' }), 0);
    await publish(aNotice({ language: 'ar', title: 'إشعار', body: ['نص'] }), 0);
    const { texts } = await counter.ok('text.list', {}, admin);
    expect(
      texts.map(({ code, language, inForce, next }) => [code, language, inForce?.version, next?.version]),
    ).toEqual([
      ['consent_conviction_documents', 'tr', 1, undefined],
      ['consent_health_documents', 'tr', 1, undefined],
      ['consent_life_support', 'en', 1, undefined],
      ['consent_life_support', 'tr', 1, undefined],
      ['consent_survey', 'tr', undefined, 1],
      ['privacy_notice_counter', 'ar', 1, undefined],
      ['privacy_notice_counter', 'en', 1, undefined],
      ['privacy_notice_counter', 'tr', 1, undefined],
    ]);
  });

  test('of a version that begins on the day of a coming one replaces it, and an ended text is in force no more', async () => {
    await publish(aConsent({ validFrom: '2026-03-12' }), 0);
    await publish(aConsent({ validFrom: '2026-03-12', validTo: '2026-03-13', title: 'Kısa süreli' }), 1);
    const survey = { code: 'consent_survey', language: 'tr' };
    const standings = async () => (await history(survey)).map(({ standing }) => standing);
    expect(await standings()).toEqual(['coming', 'replaced']);
    counter.clock.set('2026-03-13T09:00:00.000Z');
    await comeBack(counter, 'admin');
    expect(await standings()).toEqual(['in_force', 'replaced']);
    counter.clock.set('2026-03-14T09:00:00.000Z');
    await comeBack(counter, 'admin');
    expect(await standings()).toEqual(['ended', 'replaced']);
  });
});

describe('WR-3 IN-3: a registration', () => {
  test('gives the text in force, which changes at midnight in İstanbul', async () => {
    await signInAs(counter, 'clerk');
    const { hash } = await publish(aNotice({ validFrom: '2026-03-11', title: 'Yarının metni' }));
    counter.clock.set('2026-03-10T20:59:59.000Z');
    await comeBack(counter, 'admin');
    expect((await noticeNow()).version).toBe(1);
    expect(await registerWith({ version: 2, hash })).toMatchObject({
      error: { fields: [{ path: 'notice', message: expect.stringMatching(/^Aydınlatma metni değişti/) }] },
    });
    expect(await registerWith(shipped)).toMatchObject({ ok: true });
    counter.clock.set('2026-03-10T21:00:00.000Z');
    expect((await noticeNow()).version).toBe(2);
    expect(await registerWith(shipped)).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await registerWith({ version: 2, hash: shipped.hash })).toMatchObject({
      error: { code: 'invalid_input' },
    });
    expect(await registerWith({ version: 2, hash })).toMatchObject({ ok: true });
  });

  test('points at the exact version and its hash, which is rendered byte for byte after two newer ones and a restart', async () => {
    const begun = await registerWith(shipped);
    if (!begun.ok) throw new Error('The application was refused');
    const second = await publish(aNotice({ body: ['Veri sorumlusu: OEDAŞ.', 'İkinci sürüm.'] }));
    const later = await registerWith(second);
    if (!later.ok) throw new Error('The application was refused');
    await publish(aNotice({ body: ['Üçüncü sürüm.'] }), 2);
    await publish(aNotice({ body: ['Dördüncü sürüm.'] }), 3);
    counter.clock.set('2031-03-10T07:00:00.000Z');
    counter = await counter.reopen();
    await signInAgain(counter, 'admin');
    await counter.ok('system.rebuild', {}, admin);

    const givenIn = async (applicationId: string) => {
      const file = await counter.ok('application.get', { applicationId }, admin);
      const line = file.timeline.find(({ kind }) => kind === 'notice');
      if (line?.given === undefined || line.given === null) throw new Error('No notice on the timeline');
      return { line, ...(await counter.ok('text.version', line.given, admin)) };
    };
    const first = await givenIn(begun.value.applicationId);
    expect(first.line.text).toBe(`${shipped.title}, sürüm 1`);
    expect(first.found).toEqual({ text: shipped, hashNow: shipped.hash, bytes: 4174 });
    const afterwards = await givenIn(later.value.applicationId);
    expect(afterwards.found).toMatchObject({
      text: { version: 2, body: ['Veri sorumlusu: OEDAŞ.', 'İkinci sürüm.'], hash: second.hash },
      hashNow: second.hash,
    });
  });

  test('whose text is not here any more is told so, and never shown another', async () => {
    const { code } = shipped;
    const asked = { code, version: 1, hash: 'f'.repeat(64) };
    expect(await counter.ok('text.version', asked, admin)).toEqual({ found: null });
  });
});

test('two PCs that published the same version while apart have both, the later by order as the next', async () => {
  const text = aNotice();
  const stream = { kind: 'text', id: text.code };
  const written = (title: string, validFrom: string) =>
    fact(stream, 'text.published', { text: { ...text, version: 2, title, validFrom } });
  await writeFacts(counter, [written('Birincisi', '2026-03-10'), written('İkincisi', '2026-03-10')]);
  counter = await counter.reopen();
  await signInAgain(counter, 'admin');
  const kept = (await history()).map(({ text: { version, writtenVersion, title, hash } }) => ({
    ...{ version, writtenVersion, title, hash },
  }));
  expect(kept).toMatchObject([
    { version: 3, writtenVersion: 2, title: 'İkincisi' },
    { version: 2, writtenVersion: 2, title: 'Birincisi' },
    { version: 1, writtenVersion: 1 },
  ]);
  expect((await noticeNow()).title).toBe('İkincisi');
  // A record that was made before they met says version 2 of it; its hash finds the right one.
  const [later] = kept;
  const found = await counter.ok(
    'text.version',
    { code: text.code, version: 2, hash: later?.hash ?? '' },
    admin,
  );
  expect(found.found).toMatchObject({ text: { title: 'İkincisi' }, hashNow: later?.hash });
  expect(await publish(aNotice({ title: 'Sonraki' }), 3)).toMatchObject({ version: 4 });
});

test('other parts read texts by kind, language and day, and any version by its hash', async () => {
  const { hash } = await publish(aConsent(), 0);
  await publish(aConsent({ validFrom: '2026-04-01', title: 'Nisan metni' }), 1);
  const day = '2026-03-10';
  await withStore(counter, async ({ db }) => {
    const consents = await textsInForce(db, catalogue, { kind: 'consent', day });
    expect(consents.map(({ code, language, version }) => `${code} ${language} ${version}`)).toEqual([
      'consent_conviction_documents tr 1',
      'consent_health_documents tr 1',
      'consent_life_support en 1',
      'consent_life_support tr 1',
      'consent_survey tr 1',
    ]);
    const survey = { code: 'consent_survey', language: 'en-GB' };
    expect((await textInForce(db, catalogue, { ...survey, day }))?.hash).toBe(hash);
    expect((await textInForce(db, catalogue, { ...survey, day: '2026-04-01' }))?.title).toBe('Nisan metni');
    const lifeSupport = { code: 'consent_life_support', language: 'en-GB', day };
    expect((await textInForce(db, catalogue, lifeSupport))?.language).toBe('en');
    expect(await textInForce(db, catalogue, { code: 'no_such_text', language: 'tr', day })).toBeUndefined();
    const exact = { code: 'consent_survey', version: 1, hash };
    expect((await textVersion(db, catalogue, exact))?.title).toBe(aConsent().title);
    const all = await textHistory(db, catalogue, { code: 'consent_survey', language: 'tr' });
    expect(all.map(({ text }) => text.version)).toEqual([1, 2]);
  });
});
