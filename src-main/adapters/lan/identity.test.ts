import { createHash, createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownIdentity } from './identity.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banko-lan-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('the identity is a P-256 key with a certificate it signed itself, valid for 20 years', async () => {
  const { pem } = await ownIdentity(join(dir, 'lan.pem'));
  const certificate = new X509Certificate(pem);
  expect(createPrivateKey(pem).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkIssued(certificate)).toBe(true);
  const [from, to] = [certificate.validFromDate, certificate.validToDate];
  expect(to.getUTCFullYear() - from.getUTCFullYear()).toBe(20);
  expect(certificate.subject).toBe('CN=Banko');
});

test('the fingerprint is the SHA-256 of the public key as DER', async () => {
  const { pem, fingerprint } = await ownIdentity(join(dir, 'lan.pem'));
  const spki = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' });
  expect(fingerprint).toBe(createHash('sha256').update(spki).digest('hex'));
});

test('the identity is made once and is readable by its owner alone', async () => {
  const file = join(dir, 'inner', 'lan.pem');
  const made = await ownIdentity(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await ownIdentity(file)).toEqual(made);
});

test('processes that start together agree on one identity and leave nothing else behind', async () => {
  const file = join(dir, 'lan.pem');
  const made = await Promise.all(Array.from({ length: 8 }, () => ownIdentity(file)));
  expect(new Set(made.map(({ fingerprint }) => fingerprint)).size).toBe(1);
  expect(readdirSync(dir)).toEqual(['lan.pem']);
});

test('an identity that others can read is refused with a sentence', async () => {
  const file = join(dir, 'lan.pem');
  await ownIdentity(file);
  chmodSync(file, 0o644);
  await expect(ownIdentity(file)).rejects.toThrow(/başkaları da okuyabiliyor.*chmod 600/);
});

test('a damaged identity is refused and never replaced, so that no PC loses who it is', async () => {
  const file = join(dir, 'lan.pem');
  writeFileSync(file, '-----BEGIN PRIVATE KEY-----\n', { mode: 0o600 });
  await expect(ownIdentity(file)).rejects.toThrow(/Anahtar dosyası bozuk/);
  expect(readFileSync(file, 'utf8')).toBe('-----BEGIN PRIVATE KEY-----\n');
});

test('a certificate beside the key of another one is refused', async () => {
  const [one, other] = await Promise.all(['a.pem', 'b.pem'].map((name) => ownIdentity(join(dir, name))));
  const file = join(dir, 'mixed.pem');
  const [key] = one?.pem.split('-----BEGIN CERTIFICATE') ?? [];
  const [, certificate] = other?.pem.split('-----BEGIN CERTIFICATE') ?? [];
  writeFileSync(file, `${key}-----BEGIN CERTIFICATE${certificate}`, { mode: 0o600 });
  await expect(ownIdentity(file)).rejects.toThrow(/Anahtar dosyası bozuk/);
});

test('making an identity leaves Reflect as it was', async () => {
  await ownIdentity(join(dir, 'lan.pem'));
  expect('getMetadata' in Reflect || 'getOwnMetadata' in Reflect).toBe(false);
});
