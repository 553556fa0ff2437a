import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactForm } from '../../../src-shared/paper/contact-form.ts';
import { shippedOn } from '../../../src-shared/rules/organisation.ts';
import { loadCatalogue } from '../../core/catalogue/catalogue.ts';
import type { SealIdentity } from '../../core/seal-port.ts';
import { readPdf } from '../../testing/paper/poppler.ts';
import { hasSealReaders, makeCertificate, openssl } from '../../testing/seal/openssl.ts';
import { dumpSeal, readSeal } from '../../testing/seal/pdfsig.ts';
import { aConsent, letters } from '../../testing/seal/sheets.ts';
import { createPapers } from '../paper/create-papers.ts';
import { createSealer } from './create-sealer.ts';
import { signedParts } from './signature-room.ts';

const sealer = createSealer();
const now = Date.parse('2026-03-10T07:12:00.000Z');
const about = {
  name: 'Örnek Elektrik Dağıtım A.Ş.',
  reason: 'Kaydın bütünlüğü',
  at: new Date(now).toISOString(),
};

let own: SealIdentity;
let drawn: Uint8Array;
beforeAll(async () => {
  own = await sealer.makeIdentity('Örnek Elektrik Dağıtım A.Ş.', now);
  drawn = await createPapers().sheet(aConsent());
});

test('WR-3: a seal comes after the document, whose bytes stay as they were', async () => {
  const sealed = await sealer.seal(drawn, own, about);
  expect(Buffer.from(sealed.subarray(0, drawn.length)).equals(Buffer.from(drawn))).toBe(true);
});

test('WR-3: nothing that is not a shape is in a sealed sheet: no time and no pressure of the signature', async () => {
  const sealed = Buffer.from(await sealer.seal(drawn, own, about));
  const streams = [...sealed.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(
    ([, body = '']) => {
      try {
        return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    },
  );
  const page = streams.find((stream) => stream.includes(' c\n') && stream.includes('BT'));
  expect(page).toBeDefined();
  // All that a page's stream says, besides text, is numbers and the operators of PDF.
  expect([sealed.toString('latin1'), ...streams].join('\n')).not.toMatch(
    /pressure|tilt|timestamp|velocity|baski/i,
  );
});

test.each([
  ['a file that is no PDF', () => Buffer.from('Bu bir PDF değil')],
  ['an empty file', () => Buffer.alloc(0)],
  ['a file that was cut off', () => drawn.subarray(0, drawn.length - 200)],
])('%s is not sealed', async (_, file) => {
  await expect(sealer.seal(file(), own, about)).rejects.toThrow();
});

test('a sealed file is not sealed once more, since its first seal would not be over the whole file', async () => {
  const sealed = await sealer.seal(drawn, own, about);
  await expect(sealer.seal(sealed, own, about)).rejects.toThrow();
});

if (hasSealReaders()) describe('a seal as others read it', readByOthers);
else process.stderr.write('Seals are not read by others: poppler-utils and openssl are not installed.\n');

function readByOthers(): void {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'banko-seals-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('WR-3: pdfsig calls it valid and of the whole document; fonts are embedded and text can be selected', async () => {
    const sealed = await sealer.seal(drawn, own, about);
    expect(readSeal(sealed)).toEqual({
      isValid: true,
      isOfWholeFile: true,
      kind: 'ETSI.CAdES.detached',
      signer: 'Banko deneme mührü',
    });
    const read = readPdf(sealed);
    expect(read).toMatchObject({ pages: 1, fonts: [true, true], barcodes: ['RZ-26-2026-0100001'] });
    expect(read.text).toContain(letters);
  });

  test('a form with boxes is sealed like running text', async () => {
    const { texts: organisation, logo } = shippedOn(loadCatalogue().organisations, '2026-03-10');
    const sender = { organisation, logo, place: 'Odunpazarı' };
    const form = await createPapers().pdf(contactForm({ sender, file: null, mark: null }));
    const sealed = await sealer.seal(form, own, about);
    expect(readSeal(sealed)).toMatchObject({ isValid: true, isOfWholeFile: true });
    expect(readPdf(sealed)).toMatchObject({ pages: 1, fonts: [true, true] });
  });

  test('WR-3: one changed byte, wherever it is signed, makes it invalid', async () => {
    const sealed = await sealer.seal(drawn, own, about);
    const { start, end } = signedParts(sealed);
    const signed = fc
      .nat({ max: start + sealed.length - end - 1 })
      .map((place) => (place < start ? place : place - start + end));
    fc.assert(
      fc.property(signed, fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(place) ^ flip, place);
        const seal = readSeal(changed);
        return seal === undefined || !seal.isValid || !seal.isOfWholeFile;
      }),
      { numRuns: 40 },
    );
  });

  test('WR-3: a signature that is cut or changed is invalid too', async () => {
    const sealed = Buffer.from(await sealer.seal(drawn, own, about));
    const { start } = signedParts(sealed);
    const at = start + 1 + 2 * 900;
    sealed.write(sealed.toString('latin1', at, at + 1) === '0' ? '1' : '0', at, 'latin1');
    expect(readSeal(sealed)?.isValid ?? false).toBe(false);
  });

  test.each([
    ['RSA of 2048 bits', 'rsa:2048'],
    ['P-256', 'ec -pkeyopt ec_paramgen_curve:P-256'],
    ['P-384', 'ec -pkeyopt ec_paramgen_curve:P-384'],
  ])('an organisation’s key of %s seals; pdfsig and openssl’s CAdES agree', async (name, key) => {
    makeCertificate(folder, name, { key, extensions: ['keyUsage=critical,nonRepudiation'] });
    openssl(
      folder,
      'pkcs12',
      '-export',
      '-in',
      `${name}.pem`,
      '-inkey',
      `${name}.key`,
      '-passout',
      'pass:ş1',
      '-out',
      `${name}.p12`,
    );
    const reading = await sealer.readIdentity(readFile(`${name}.p12`), 'ş1', Date.now());
    if (!reading.ok) throw new Error(reading.refusal);
    const sealed = await sealer.seal(drawn, reading.identity, about);
    expect(readSeal(sealed)).toMatchObject({ isValid: true, isOfWholeFile: true, signer: name });
    const { start, end } = signedParts(sealed);
    writeFileSync(join(folder, 'seal.der'), dumpSeal(sealed));
    writeFileSync(
      join(folder, 'signed.bin'),
      Buffer.concat([sealed.subarray(0, start), sealed.subarray(end)]),
    );
    const verified = openssl(
      folder,
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'seal.der',
      '-content',
      'signed.bin',
      '-CAfile',
      `${name}.pem`,
      '-purpose',
      'any',
      '-out',
      'content.bin',
    );
    expect(verified).toBe('');
    expect(createHash('sha256').update(readFile('content.bin')).digest('hex')).toBe(
      createHash('sha256').update(readFile('signed.bin')).digest('hex'),
    );
  });

  test('PAdES: what is signed names the certificate and tells no time of its own', async () => {
    writeFileSync(join(folder, 'own.der'), dumpSeal(await sealer.seal(drawn, own, about)));
    const shown = openssl(folder, 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'own.der');
    const attributes = shown.slice(
      shown.indexOf('signedAttrs:'),
      shown.indexOf('signatureAlgorithm:', shown.indexOf('signedAttrs:')),
    );
    expect([...attributes.matchAll(/object: (\S+)/g)].map(([, name]) => name).toSorted()).toEqual([
      'contentType',
      'id-smime-aa-signingCertificateV2',
      'messageDigest',
    ]);
  });

  function readFile(name: string): Buffer {
    return Buffer.from(readFileSync(join(folder, name)));
  }
}
