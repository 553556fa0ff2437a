import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { type ContentInfo, id_data, id_encryptedData } from '@peculiar/asn1-cms';
import {
  AuthenticatedSafe,
  CertBag,
  id_certBag,
  id_keyBag,
  id_pkcs8ShroudedKeyBag,
  id_x509Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  type SafeBag,
  SafeContents,
} from '@peculiar/asn1-pfx';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import type { SealReading } from '../../core/seal-port.ts';
import { judgeCertificate } from './judge-certificate.ts';
import { decryptWithPassword, UnknownEncryption } from './pkcs12-key.ts';
import { EncryptedData } from './schemas.ts';

/** What an administrator has been given by the authority that issued the certificate (PKCS#12). */
export function readPfx(file: Uint8Array, password: string, now: number): SealReading {
  let safes: readonly ContentInfo[];
  try {
    const { authSafe } = AsnConvert.parse(file, PFX);
    safes = AsnConvert.parse(octets(authSafe.content), AuthenticatedSafe);
  } catch {
    return { ok: false, refusal: 'seal_file_unreadable' };
  }
  try {
    const bags = safes.flatMap((safe) => [...AsnConvert.parse(contentOf(safe, password), SafeContents)]);
    return identityFrom(keysIn(bags, password), certificatesIn(bags), now);
  } catch (error) {
    // Whatever else goes wrong from here on is decrypted rubbish.
    const isOld = error instanceof UnknownEncryption;
    return { ok: false, refusal: isOld ? 'seal_old_encryption' : 'seal_wrong_password' };
  }
}

function identityFrom(
  keys: readonly KeyObject[],
  certificates: readonly X509Certificate[],
  now: number,
): SealReading {
  if (keys.length === 0) return { ok: false, refusal: 'seal_no_key' };
  for (const key of keys) {
    const own = certificates.find((certificate) => certificate.checkPrivateKey(key));
    if (own === undefined) continue;
    const refusal = judgeCertificate(own, key, now);
    if (refusal !== null) return { ok: false, refusal };
    return {
      ok: true,
      identity: {
        certificates: chainFrom(own, certificates).map((certificate) => certificate.toString()),
        key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
    };
  }
  return { ok: false, refusal: 'seal_no_certificate' };
}

/** The own one, then who issued it and so on, without a root: whoever trusts that has it already. */
function chainFrom(own: X509Certificate, all: readonly X509Certificate[]): readonly X509Certificate[] {
  const chain = [own];
  for (let last = own; ; ) {
    const issuer = all.find(
      (other) => !chain.includes(other) && last.checkIssued(other) && !other.checkIssued(other),
    );
    if (issuer === undefined) return chain;
    chain.push(issuer);
    last = issuer;
  }
}

function contentOf({ contentType, content }: ContentInfo, password: string): Uint8Array {
  if (contentType === id_data) return octets(content);
  if (contentType !== id_encryptedData) throw new UnknownEncryption(contentType);
  const { contentEncryptionAlgorithm, encryptedContent } = AsnConvert.parse(
    content,
    EncryptedData,
  ).encryptedContentInfo;
  const pieces = encryptedContent?.constructedValue ?? [encryptedContent?.value ?? new OctetString()];
  const bytes = Buffer.concat(pieces.map(({ buffer }) => new Uint8Array(buffer)));
  return decryptWithPassword(contentEncryptionAlgorithm, bytes, password);
}

function keysIn(bags: readonly SafeBag[], password: string): KeyObject[] {
  return bags.flatMap(({ bagId, bagValue }) => {
    const key = Buffer.from(bagValue);
    if (bagId === id_keyBag) return [createPrivateKey({ key, format: 'der', type: 'pkcs8' })];
    if (bagId !== id_pkcs8ShroudedKeyBag) return [];
    const { encryptionAlgorithm, encryptedData } = AsnConvert.parse(bagValue, PKCS8ShroudedKeyBag);
    const der = decryptWithPassword(encryptionAlgorithm, new Uint8Array(encryptedData.buffer), password);
    return [createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })];
  });
}

function certificatesIn(bags: readonly SafeBag[]): X509Certificate[] {
  return bags
    .filter(({ bagId }) => bagId === id_certBag)
    .map(({ bagValue }) => AsnConvert.parse(bagValue, CertBag))
    .filter(({ certId }) => certId === id_x509Certificate)
    .map(({ certValue }) => new X509Certificate(octets(certValue)));
}

function octets(content: ArrayBuffer): Uint8Array {
  return new Uint8Array(AsnConvert.parse(content, OctetString).buffer);
}
