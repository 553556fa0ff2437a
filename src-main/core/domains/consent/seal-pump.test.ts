import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from '../../../testing/attachment-desk.ts';
import { readFile } from '../../../testing/attachments.ts';
import { aLifeSupport, signOnScreen } from '../../../testing/consent-desk.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { startTimestampAuthority } from '../../../testing/seal/timestamp-server.ts';
import { setUp, signInAgain, signInAs } from '../../../testing/workplace.ts';

const clerk = { window: 'clerk' };
const admin = { window: 'admin' };

let counter: TestCore;
let applicationId: string;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  counter.core.start();
  applicationId = (await counter.ok('application.register', aLifeSupport(), clerk)).applicationId;
});
afterEach(() => counter.remove());

const asked = () => counter.ok('consent.ofApplication', { applicationId }, clerk);
const caller = { call: ((method, input) => counter.call(method, input, clerk)) as TestCore['call'] };
const until = (seal: string) =>
  eventually(async () => expect((await asked()).consents).toMatchObject([{ seal }]));
const files = async () =>
  (await counter.ok('attachment.list', { applicationId }, clerk)).attachments.map((file) => [
    file.mediaType,
    file.isSpecialCategory,
    file.withdrawal?.reason ?? null,
  ]);

test('without a certificate the record stands and its sheet waits, and says so; with one it is sealed', async () => {
  await signOnScreen(counter, applicationId);
  await eventually(async () =>
    expect(await asked()).toMatchObject({
      consents: [{ isInForce: true, seal: 'waiting', attachmentId: null }],
      sealTrouble: expect.stringContaining('sertifikası tanımlı değil'),
    }),
  );
  await counter.ok('seal.makeOwn', {}, admin);
  await until('timestamp_pending');
  const { consents, sealTrouble, holdsSpecialData } = await asked();
  expect(sealTrouble).toContain('zaman damgası bekliyor');
  expect(consents[0]).toMatchObject({ timestampAt: null });
  expect(holdsSpecialData).toBe(true);
  const sheet = await readFile(caller, consents[0]?.attachmentId ?? '');
  if (!sheet.ok) throw new Error(sheet.error.code);
  expect(sheet.value.subarray(0, 5).toString()).toBe('%PDF-');
  expect(sheet.value.includes('/ByteRange')).toBe(true);
  expect(await files()).toEqual([['application/pdf', true, null]]);
});

test('a timestamp server that answers later puts its time over the seal; local time never does', async () => {
  await counter.ok('seal.makeOwn', {}, admin);
  await signOnScreen(counter, applicationId);
  await until('timestamp_pending');
  const authority = await startTimestampAuthority();
  try {
    const server = { url: authority.url, user: null, password: null };
    await counter.ok('seal.setTimestampServer', { server }, admin);
    await until('timestamped');
    const { consents, sealTrouble } = await asked();
    expect(sealTrouble).toBeNull();
    // The test's own clock stands in March 2026; the authority tells the time of this machine.
    expect(consents[0]?.timestampAt).not.toMatch(/^2026-03-10/);
    expect(await files()).toEqual([
      ['application/pdf', true, null],
      ['application/pdf', true, 'Zaman damgalı belge yerine geçti.'],
    ]);
  } finally {
    await authority.stop();
  }
});

test('what was not sealed before a stop is sealed after it, once', async () => {
  await signOnScreen(counter, applicationId);
  counter = await counter.reopen();
  await signInAgain(counter, 'clerk');
  await signInAgain(counter, 'admin');
  await counter.ok('seal.makeOwn', {}, admin);
  counter.core.start();
  await until('timestamp_pending');
  counter = await counter.reopen();
  await signInAgain(counter, 'clerk');
  counter.core.start();
  await until('timestamp_pending');
  expect(await files()).toHaveLength(1);
});

test('the sheet of a consent asks for no consent itself', async () => {
  await counter.ok('seal.makeOwn', {}, admin);
  await signOnScreen(counter, applicationId, { answers: { consent_life_support: 'refused' } });
  await until('timestamp_pending');
  const { timeline } = await counter.ok('application.get', { applicationId }, clerk);
  expect(timeline.filter(({ kind }) => kind === 'consent').map(({ title }) => title)).toEqual([
    'Açık rıza verilmedi (ekranda)',
    'Rıza belgesi mühürlendi, zaman damgası bekleniyor',
  ]);
});
