import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { createRecordingLog } from '../../../testing/recording-log.ts';
import { hasSealReaders, makeCertificate, openssl } from '../../../testing/seal/openssl.ts';
import { readSeal } from '../../../testing/seal/pdfsig.ts';
import { aConsent } from '../../../testing/seal/sheets.ts';
import { startTimestampAuthority } from '../../../testing/seal/timestamp-server.ts';
import { withStore } from '../../../testing/store.ts';
import { adminSecrets, setUp, signInAgain } from '../../../testing/workplace.ts';
import { sealDocument, timestampDocument } from './seal-document.ts';

let counter: TestCore;
const admin = { window: 'admin' };
const day = 24 * 3_600_000;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
});
afterEach(() => counter.remove());

const about = { reason: 'Kaydın bütünlüğü', at: '2026-03-10T07:12:00.000Z' };

/** Stops the core, and seals with what its store holds. */
async function sealed(): Promise<Uint8Array | 'no_identity' | 'out_of_date'> {
  const { sealer, papers, clock } = counter.ports;
  const pdf = await papers.sheet(aConsent());
  return withStore(counter, ({ db }) => sealDocument({ db, clock, sealer }, pdf, about));
}

test('a PC has no seal and no timestamp server at first, and seals nothing', async () => {
  expect(await counter.ok('seal.get', {}, admin)).toEqual({ seal: null, timestampServer: null });
  expect(await counter.call('seal.test', {}, admin)).toMatchObject({ error: { code: 'timestamp_none' } });
  expect(await sealed()).toBe('no_identity');
});

test('a trial seal says what it is in its own name; taken away, nothing is sealed', async () => {
  await counter.ok('seal.makeOwn', {}, admin);
  const { seal } = await counter.ok('seal.get', {}, admin);
  const name = 'Banko deneme mührü, Deneme: kurumun sertifikası değil, OEDAŞ';
  expect(seal).toMatchObject({ subject: name, issuer: name, state: 'valid', isSelfMade: true });
  await counter.ok('seal.remove', {}, admin);
  expect(await counter.ok('seal.get', {}, admin)).toMatchObject({ seal: null });
  expect(await sealed()).toBe('no_identity');
});

test('the status line tells of the seal’s end from thirty days before it, and then it does not seal', async () => {
  await counter.ok('seal.makeOwn', {}, admin);
  const { seal } = await counter.ok('seal.get', {}, admin);
  if (seal === null) throw new Error('No seal');
  const ends = async () => (await counter.ok('system.connection', {})).sealEnds;
  const state = async () => {
    await signInAgain(counter, 'admin');
    return (await counter.ok('seal.get', {}, admin)).seal?.state;
  };
  const goTo = (time: number) => counter.clock.advance(time - counter.clock.now());
  goTo(Date.parse(seal.validTo) - 31 * day);
  expect([await ends(), await state()]).toEqual([null, 'valid']);
  goTo(Date.parse(seal.validTo) - 29 * day);
  expect([await ends(), await state()]).toEqual([seal.validTo, 'ends_soon']);
  goTo(Date.parse(seal.validTo) + 1);
  expect([await ends(), await state()]).toEqual([seal.validTo, 'expired']);
  expect(await sealed()).toBe('out_of_date');
});

test.each([
  ['ftp://zd.ornek.com', null, null, 'server.url', 'Adres http:// ya da https:// ile başlamalı.'],
  [
    'https://banko:gizli@zd.ornek.com',
    ...[null, null, 'server.url', 'Kullanıcı adı ve parola adrese değil, kendi alanlarına yazılmalı.'],
  ],
  ['https://zd.ornek.com', null, 'gizli', 'server.user', 'Parolanın yanında kullanıcı adı da yazılmalı.'],
])('the timestamp server %s is refused at its field', async (url, user, password, path, message) => {
  expect(
    await counter.call('seal.setTimestampServer', { server: { url: url ?? '', user, password } }, admin),
  ).toMatchObject({ error: { code: 'invalid_input', fields: [{ path, message }] } });
});

if (hasSealReaders()) describe('an organisation’s certificate', ofOrganisation);
else process.stderr.write('No certificate is imported: poppler-utils and openssl are not installed.\n');

function ofOrganisation(): void {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'banko-import-'));
    makeCertificate(folder, 'muhur', { extensions: ['keyUsage=critical,digitalSignature'] });
    const files = ['-in', 'muhur.pem', '-inkey', 'muhur.key', '-out', 'muhur.p12'];
    openssl(folder, 'pkcs12', '-export', ...files, '-passout', 'pass:Gizli şifre');
    file = readFileSync(join(folder, 'muhur.p12')).toString('base64');
    counter.clock.advance(Date.now() + 60_000 - counter.clock.now());
    await signInAgain(counter, 'admin');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('its key and its password stay in this PC’s store: no screen, no entry and no log has them', async () => {
    const { log, lines } = createRecordingLog();
    counter = await counter.reopen({ log });
    const { username, password } = adminSecrets;
    await counter.ok('session.signIn', { username, password }, admin);
    expect(await counter.call('seal.import', { file, password: 'yanlış' }, admin)).toMatchObject({
      error: { code: 'seal_wrong_password' },
    });
    await counter.ok('seal.import', { file, password: 'Gizli şifre' }, admin);
    const server = { url: 'https://zd.ornek.com', user: 'banko', password: 'zd-parolasi' };
    await counter.ok('seal.setTimestampServer', { server }, admin);
    const shown = await counter.ok('seal.get', {}, admin);
    expect(shown).toMatchObject({
      seal: { subject: 'muhur, Örnek Elektrik Dağıtım A.Ş.', isSelfMade: false },
      timestampServer: { url: 'https://zd.ornek.com', user: 'banko', hasPassword: true },
    });
    const key = readFileSync(join(folder, 'muhur.key'), 'utf8').split('\n')[2] ?? '';
    const { entries, receipts, local } = await withStore(counter, ({ raw }) => ({
      entries: raw.prepare('select * from entries').all(),
      receipts: raw.prepare('select * from receipts').all(),
      local: raw.prepare("select value from local_settings where key = 'seal'").pluck().get(),
    }));
    expect(local).toContain(key);
    const outside = JSON.stringify([entries, receipts, lines, shown]);
    expect(outside).not.toContain(key);
    expect(outside).not.toMatch(/PRIVATE KEY|Gizli şifre|zd-parolasi/);
  });

  test('WR-3: seals documents, which get their timestamp once a server is configured', async () => {
    await counter.ok('seal.import', { file, password: 'Gizli şifre' }, admin);
    const authority = await startTimestampAuthority();
    try {
      const pdf = await sealed();
      if (typeof pdf === 'string') throw new Error(pdf);
      expect(readSeal(pdf)).toMatchObject({ isValid: true, isOfWholeFile: true, signer: 'muhur' });
      const stamp = () =>
        withStore(counter, ({ db }) =>
          timestampDocument({ db, clock: counter.clock, sealer: counter.ports.sealer }, pdf),
        );
      expect(await stamp()).toBe('no_server');
      counter = await counter.reopen();
      await signInAgain(counter, 'admin');
      const server = { url: authority.url, user: null, password: null };
      await counter.ok('seal.setTimestampServer', { server }, admin);
      expect(await counter.ok('seal.test', {}, admin)).toMatchObject({ authority: 'tsa' });
      expect(await stamp()).toMatchObject({ ok: true, authority: 'tsa' });
    } finally {
      await authority.stop();
    }
  });
}
