import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drawn, noSignatureShapes } from '../../../../src-shared/testing/signatures.ts';
import { aLifeSupport, aSignature, signOnScreen } from '../../../testing/consent-desk.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { callerOf, okAs } from '../../../testing/screens.ts';
import { countEntries, withStore } from '../../../testing/store.ts';
import { anApplication, setUp, signInAgain, signInAs } from '../../../testing/workplace.ts';

const clerk = { window: 'clerk' };
const both = ['privacy_notice_counter', 'consent_life_support'];

let counter: TestCore;
let applicationId: string;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  applicationId = (await counter.ok('application.register', aLifeSupport(), clerk)).applicationId;
});
afterEach(() => counter.remove());

type Where = 'this_screen' | 'second_window' | 'tablet';
async function start(where: Where = 'this_screen', textCodes: string[] | null = both, language = 'tr') {
  return counter.ok('signing.start', { applicationId, language, where, textCodes }, clerk);
}
const followed = async () => (await counter.ok('signing.state', {}, clerk)).signing;

/** A tablet as it comes with the key of its QR. */
async function pairTablet() {
  counter.core.screens.report({ state: 'listening', port: 41_711 });
  const paired = await counter.ok('signing.pair', { place: 'tablet' }, clerk);
  return { ...paired, caller: await callerOf(counter, paired.code) };
}

describe('what is put before the consumer', () => {
  test('WR-3: the notice comes before the consent, and nothing is preselected', async () => {
    await start();
    const shown = await counter.ok('signing.current', {}, clerk);
    expect(shown?.acts.map(({ actId, kind, answer }) => [actId, kind, answer])).toEqual([
      ['privacy_notice_counter', 'notice', null],
      ['consent_life_support', 'consent', null],
    ]);
    expect(shown).toMatchObject({ stage: 'waiting', signature: 'not_needed', language: 'tr' });
    expect(shown?.acts[1]?.body.length).toBeGreaterThan(3);
  });

  test('by default it is what nobody has answered yet, and where nothing is left that is said', async () => {
    // The registration has recorded the notice.
    await start('this_screen', null);
    expect((await followed())?.acts.map(({ actId }) => actId)).toEqual(['consent_life_support']);
    await signOnScreen(counter, applicationId, { answers: { consent_life_support: 'refused' } });
    const again = { applicationId, language: 'tr', where: 'this_screen' } as const;
    expect(await counter.call('signing.start', again, clerk)).toMatchObject({
      error: { code: 'wrong_state', message: expect.stringContaining('gösterilecek metin kalmadı') },
    });
  });

  test('nobody is asked to consent where no special-category data is processed (KVKK md. 6)', async () => {
    const ordinary = await counter.ok('application.register', anApplication(), clerk);
    const asked = await counter.ok('consent.ofApplication', { applicationId: ordinary.applicationId }, clerk);
    expect([asked.holdsSpecialData, asked.texts.filter(({ isAsked }) => isAsked)]).toEqual([false, []]);
  });

  test('in another language it is that text, with its own version and hash', async () => {
    await start('this_screen', ['consent_life_support'], 'en');
    expect((await counter.ok('signing.current', {}, clerk))?.acts[0]?.title).toMatch(/consent/i);
  });
});

describe('answering', () => {
  test('an answer may be changed until it is handed in, and one of the other kind is refused', async () => {
    const { signingId } = await start();
    const answer = (actId: string, said: 'informed' | 'accepted' | 'refused') =>
      counter.call('signing.answer', { signingId, actId, answer: said }, clerk);
    await answer('consent_life_support', 'accepted');
    expect((await followed())?.signature).toBe('needed');
    await answer('consent_life_support', 'refused');
    expect(await followed()).toMatchObject({ signature: 'not_needed', stage: 'reading' });
    await answer('privacy_notice_counter', 'informed');
    expect((await followed())?.stage).toBe('signing');
    expect(await answer('privacy_notice_counter', 'accepted')).toMatchObject({
      error: { fields: [{ path: 'answer' }] },
    });
    expect(await answer('consent_life_support', 'informed')).toMatchObject({
      error: { fields: [{ path: 'answer' }] },
    });
  });

  test('how far somebody has read is followed, never goes back, and stands in no ledger', async () => {
    const { signingId } = await start();
    const before = await countEntries(counter);
    const actId = 'consent_life_support';
    for (const readShare of [0.4, 0.9, 0.2])
      await counter.ok('signing.progress', { signingId, actId, readShare }, clerk);
    expect((await followed())?.acts.map((act) => act.readShare)).toEqual([0, 0.9]);
    expect(await countEntries(counter)).toBe(before);
  });

  test('nothing is handed in while an act has no answer', async () => {
    const { signingId } = await start();
    expect(await counter.call('signing.submit', { signingId, signature: aSignature }, clerk)).toMatchObject({
      error: { fields: [{ path: 'acts.privacy_notice_counter' }, { path: 'acts.consent_life_support' }] },
    });
  });

  test.each([
    ['none', null, 'boş'],
    ['a touch', drawn(noSignatureShapes.touch), 'nokta'],
    ['a scribble', drawn(noSignatureShapes.scratchedFull), 'karalama'],
  ])('what is agreed to is signed for: %s is refused in words', async (_name, signature, word) => {
    const { signingId } = await start('this_screen', ['consent_life_support']);
    await counter.ok(
      'signing.answer',
      { signingId, actId: 'consent_life_support', answer: 'accepted' },
      clerk,
    );
    expect(await counter.call('signing.submit', { signingId, signature }, clerk)).toMatchObject({
      error: { fields: [{ path: 'signature', message: expect.stringContaining(word) }] },
    });
  });
});

test('rule 3: notice and consent are two acts with two records, written at once and as the act of the clerk', async () => {
  const { consentIds } = await signOnScreen(counter, applicationId, { textCodes: both });
  const kept = await counter.ok('consent.ofApplication', { applicationId }, clerk);
  expect(kept.notices.map(({ method, textVersion, by }) => [method, textVersion, by])).toEqual([
    // The registration's, and the one that was just read.
    ['read_on_screen', 1, 'Kişi clerk'],
    ['read_on_screen', 1, 'Kişi clerk'],
  ]);
  expect(kept.consents).toMatchObject([
    { consentId: consentIds[0], decision: 'accepted', method: 'on_screen', isInForce: true, seal: 'waiting' },
  ]);
  expect(kept.ground).toMatchObject({ basis: 'consent', by: 'Kişi clerk' });
  const entries = await withStore(counter, ({ raw }) =>
    raw.prepare("select payload from entries where type = 'consent.decided'").pluck().all(),
  );
  expect(entries.map((payload) => JSON.parse(String(payload)))).toMatchObject([
    { textCode: 'consent_life_support', textVersion: 1, textHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});

test('the same intent sent again is answered as before and written once', async () => {
  const { signingId } = await start('this_screen', ['consent_life_support']);
  await counter.ok('signing.answer', { signingId, actId: 'consent_life_support', answer: 'accepted' }, clerk);
  const again = { ...clerk, commandId: 'the-same-intent' };
  const first = await counter.ok('signing.submit', { signingId, signature: aSignature }, again);
  const written = await countEntries(counter);
  expect(await counter.ok('signing.submit', { signingId, signature: aSignature }, again)).toEqual(first);
  // Another intent of the same signing is too late.
  expect(await counter.call('signing.submit', { signingId, signature: aSignature }, clerk)).toMatchObject({
    error: { code: 'wrong_state' },
  });
  expect(await countEntries(counter)).toBe(written);
});

test('a refusal is kept without a signature', async () => {
  await signOnScreen(counter, applicationId, { answers: { consent_life_support: 'refused' } });
  const payloads = await withStore(counter, ({ raw }) =>
    raw.prepare("select payload from entries where type = 'consent.decided'").pluck().all(),
  );
  expect(payloads.map((payload) => JSON.parse(String(payload)))).toMatchObject([
    { decision: 'refused', signature: null },
  ]);
});

test('what was given up, or thanked for, is on the screen no longer', async () => {
  const { signingId } = await start();
  await counter.ok('signing.cancel', { signingId }, clerk);
  expect([await counter.ok('signing.current', {}, clerk), (await followed())?.stage]).toEqual([
    null,
    'given_up',
  ]);
  await signOnScreen(counter, applicationId);
  const thanked = await counter.ok('signing.current', {}, clerk);
  expect(thanked).toMatchObject({ stage: 'done', signature: 'given' });
  await counter.ok('signing.finish', { signingId: thanked?.signingId ?? '' }, clerk);
  expect([await counter.ok('signing.current', {}, clerk), (await followed())?.stage]).toEqual([null, 'done']);
});

describe('a tablet of this PC', () => {
  test('reads, answers and hands in for the clerk, and what it writes is a tablet’s', async () => {
    const { caller, url } = await pairTablet();
    expect(url).toMatch(/^http:\/\/[\d.]+:41711\/imza#anahtar=[\w-]{43}$/);
    expect(await okAs(counter, caller, 'signing.current', {})).toBeNull();
    const { signingId } = await start('tablet', ['consent_life_support']);
    const shown = await okAs(counter, caller, 'signing.current', {});
    expect(shown?.acts.map(({ actId }) => actId)).toEqual(['consent_life_support']);
    // Nothing of the application or of the person.
    expect(JSON.stringify(shown)).not.toMatch(/Ayşe|26-2026|solunum/i);
    await okAs(counter, caller, 'signing.progress', {
      signingId,
      actId: 'consent_life_support',
      readShare: 1,
    });
    await okAs(counter, caller, 'signing.answer', {
      ...{ signingId, actId: 'consent_life_support', answer: 'accepted' },
    });
    await okAs(counter, caller, 'signing.submit', { signingId, signature: aSignature });
    await okAs(counter, caller, 'signing.finish', { signingId });
    expect(await okAs(counter, caller, 'signing.current', {})).toBeNull();
    expect(await counter.ok('consent.ofApplication', { applicationId }, clerk)).toMatchObject({
      consents: [{ method: 'tablet', by: 'Kişi clerk', isInForce: true }],
    });
  });

  test('is answered by nobody else: not by the window of the clerk who started it either', async () => {
    await pairTablet();
    const { signingId } = await start('tablet', ['consent_life_support']);
    expect(await counter.ok('signing.current', {}, clerk)).toBeNull();
    const answered = { signingId, actId: 'consent_life_support', answer: 'accepted' } as const;
    expect(await counter.call('signing.answer', answered, clerk)).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  test('sees nothing that is meant for another screen', async () => {
    const { caller } = await pairTablet();
    await start('this_screen');
    expect(await okAs(counter, caller, 'signing.current', {})).toBeNull();
  });

  test('reaches nothing but the signing', async () => {
    const { caller } = await pairTablet();
    for (const method of [
      'application.get',
      'consent.ofApplication',
      'signing.state',
      'signing.start',
    ] as const)
      expect(
        await counter.core.dispatch(caller, method, { commandId: 'an-intent', input: {} }),
      ).toMatchObject({
        error: { code: 'forbidden' },
      });
  });

  test('is cut off when it is unpaired, and when another takes its place', async () => {
    const first = await pairTablet();
    const second = await pairTablet();
    expect(await counter.core.screens.identify(first.code)).toMatchObject({ error: { code: 'forbidden' } });
    await counter.ok('signing.unpair', { place: 'tablet' }, clerk);
    expect(await counter.core.screens.identify(second.code)).toMatchObject({ error: { code: 'forbidden' } });
    expect(
      await counter.call('signing.start', { applicationId, language: 'tr', where: 'tablet' }, clerk),
    ).toMatchObject({ error: { fields: [{ path: 'where' }] } });
  });

  test('is still known after a restart; a code that nobody used in time is not', async () => {
    const { code } = await pairTablet();
    counter = await counter.reopen();
    await signInAgain(counter, 'clerk');
    expect(await counter.core.screens.identify(code)).toMatchObject({ value: { audience: 'signer' } });
    counter.core.screens.report({ state: 'listening', port: 41_711 });
    const unused = await counter.ok('signing.pair', { place: 'second_window' }, clerk);
    expect(unused.url).toContain('http://127.0.0.1:41711/imza#');
    counter.clock.advance(10 * 60_000);
    expect(await counter.core.screens.identify(unused.code)).toMatchObject({ error: { code: 'forbidden' } });
  });

  test('its key stands neither in the store nor in a receipt', async () => {
    const { code } = await pairTablet();
    const dump = await withStore(counter, ({ raw }) =>
      JSON.stringify([
        raw.prepare('select * from receipts').all(),
        raw.prepare('select * from local_settings').all(),
      ]),
    );
    expect(dump).toContain('tokenHash');
    expect(dump).not.toContain(code);
  });

  test('with the screens’ server off there is no pairing, and the sentence says where it is turned on', async () => {
    expect(await counter.call('signing.pair', {}, clerk)).toMatchObject({
      error: { code: 'wrong_state', message: expect.stringContaining('Ayarlar → Ekranlar') },
    });
  });
});

test('a signing belongs to its window and its user: whoever sits there next sees none of it', async () => {
  await start();
  await counter.ok('session.signOut', {}, clerk);
  await signInAs(counter, 'supervisor', 'other');
  expect((await counter.ok('signing.state', {}, { window: 'other' })).signing).toBeNull();
  await counter.ok('session.signIn', { username: 'other', password: 'other-parolasi-uzun' }, clerk);
  expect((await counter.ok('signing.state', {}, clerk)).signing).toBeNull();
  expect(await counter.ok('signing.current', {}, clerk)).toBeNull();
});
