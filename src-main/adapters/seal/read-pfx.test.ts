import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasSealReaders, issueCertificate, makeCertificate, openssl } from '../../testing/seal/openssl.ts';
import { createSealer } from './create-sealer.ts';

const sealer = createSealer();
const year = 365 * 24 * 3_600_000;

test.each([
  ['an empty file', Buffer.alloc(0)],
  ['a text', Buffer.from('Bu bir sertifika değil')],
  ['a certificate without more', Buffer.from('3003020101', 'hex')],
])('%s is no certificate file', async (_, file) => {
  expect(await sealer.readIdentity(file, '', Date.now())).toEqual({
    ok: false,
    refusal: 'seal_file_unreadable',
  });
});

if (hasSealReaders()) describe('the file that an administrator is given', ofOpenssl);
else process.stderr.write('No certificate files are made: openssl is not installed.\n');

function ofOpenssl(): void {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'banko-pfx-'));
    const ca = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'];
    makeCertificate(folder, 'kok', { extensions: ca });
    issueCertificate(folder, 'ara', 'kok', ca);
    const leaf = ['basicConstraints=critical,CA:FALSE'];
    issueCertificate(folder, 'muhur', 'ara', [...leaf, 'keyUsage=critical,nonRepudiation']);
    issueCertificate(folder, 'sifreleme', 'ara', [...leaf, 'keyUsage=critical,keyEncipherment']);
    makeCertificate(folder, 'zayif', { key: 'rsa:1024' });
    makeCertificate(folder, 'ed', { key: 'ed25519' });
    writeFileSync(join(folder, 'zincir.pem'), ['ara', 'kok'].map((name) => textOf(`${name}.pem`)).join(''));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const password = 'Gizli şifre ğİı';

  test.each([
    ['as files are made today', []],
    [
      'as Windows makes it by default',
      ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
    ['with AES of 128 bits', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-192-CBC']],
    ['with certificates in the clear', ['-certpbe', 'NONE']],
  ])('%s, is read with its Turkish password and its chain, without the root', async (_, options) => {
    const reading = await read(exported('muhur', ['-certfile', 'zincir.pem', ...options]));
    if (!reading.ok) throw new Error(reading.refusal);
    const { certificates, key } = reading.identity;
    expect(certificates.map((pem) => new X509Certificate(pem).subject)).toEqual([
      'C=TR\nCN=muhur',
      'C=TR\nCN=ara',
    ]);
    expect(key).toBe(textOf('muhur.key'));
  });

  test.each(['', 'gizli şifre ğİı', 'Gizli sifre gIi'])(
    'does not open with the password “%s”',
    async (wrong) => {
      expect(await read(exported('muhur', []), { with: wrong })).toEqual({
        ok: false,
        refusal: 'seal_wrong_password',
      });
    },
  );

  test('opens without a password where it has none', async () => {
    expect(await read(exported('muhur', [], ''), { with: '' })).toMatchObject({ ok: true });
  });

  test.each([
    ['holds no key', 'seal_no_key', () => exported('muhur', ['-nokeys'])],
    ['holds a key alone', 'seal_no_certificate', () => exported('muhur', ['-nocerts'])],
    ['is for encryption', 'seal_not_for_signing', () => exported('sifreleme', [])],
    ['is an authority’s', 'seal_not_for_signing', () => exported('ara', [])],
    ['has a key that is too short', 'seal_key_kind', () => exported('zayif', [])],
    ['has a key that readers do not know', 'seal_key_kind', () => exported('ed', [])],
    [
      'is encrypted as Java once did',
      'seal_old_encryption',
      () => exported('muhur', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-40', '-keypbe', 'PBE-SHA1-3DES']),
    ],
    ['is cut off', 'seal_file_unreadable', () => exported('muhur', []).subarray(0, 500)],
  ] as const)('that %s is refused: %s', async (_, refusal, file) => {
    expect(await read(file())).toEqual({ ok: false, refusal });
  });

  test('is refused after its time and before it', async () => {
    const file = exported('muhur', []);
    expect(await read(file, { at: Date.now() + 20 * year })).toEqual({ ok: false, refusal: 'seal_expired' });
    expect(await read(file, { at: Date.now() - year })).toEqual({ ok: false, refusal: 'seal_not_yet_valid' });
  });

  function read(file: Uint8Array, options: { readonly with?: string; readonly at?: number } = {}) {
    return sealer.readIdentity(file, options.with ?? password, options.at ?? Date.now());
  }

  function exported(name: string, options: readonly string[], pass = password): Buffer {
    const files = ['-in', `${name}.pem`, '-inkey', `${name}.key`, '-out', 'out.p12'];
    openssl(folder, 'pkcs12', '-export', ...files, '-passout', `pass:${pass}`, ...options);
    return readFileSync(join(folder, 'out.p12'));
  }

  function textOf(name: string): string {
    return readFileSync(join(folder, name), 'utf8');
  }
}
