import type { KeyObject, X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  Certificate,
  ExtendedKeyUsage,
  type Extension,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import type { SealRefusal } from '../../../src-shared/contract/seal.ts';

const leastRsaBits = 2048;
const curves = ['prime256v1', 'secp384r1', 'secp521r1'];

/** Why a certificate with its key can't seal; null where it can. */
export function judgeCertificate(
  certificate: X509Certificate,
  key: KeyObject,
  now: number,
): SealRefusal | null {
  if (!isKeyStrong(key)) return 'seal_key_kind';
  if (certificate.ca || !isForSigning(certificate)) return 'seal_not_for_signing';
  if (certificate.validToDate.getTime() <= now) return 'seal_expired';
  return certificate.validFromDate.getTime() > now ? 'seal_not_yet_valid' : null;
}

function isKeyStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= leastRsaBits;
  return asymmetricKeyType === 'ec' && curves.includes(asymmetricKeyDetails?.namedCurve ?? '');
}

/** RFC 5280, 4.2.1.3: without the extension a key may be used for everything. */
function isForSigning(certificate: X509Certificate): boolean {
  const usage = extensionOf(certificate, id_ce_keyUsage);
  if (usage === undefined) return true;
  const flags = AsnConvert.parse(usage.extnValue, KeyUsage).toNumber();
  return (flags & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) !== 0;
}

const timestamping = '1.3.6.1.5.5.7.3.8';

/** RFC 3161, 2.3: for timestamping and nothing else, and whoever does not understand that must not use it. */
export function isForTimestamps(certificate: X509Certificate): boolean {
  const usage = extensionOf(certificate, id_ce_extKeyUsage);
  if (usage === undefined || !usage.critical) return false;
  const purposes = AsnConvert.parse(usage.extnValue, ExtendedKeyUsage);
  return purposes.length === 1 && purposes[0] === timestamping;
}

function extensionOf({ raw }: X509Certificate, id: string): Extension | undefined {
  const { tbsCertificate } = AsnConvert.parse(raw, Certificate);
  return tbsCertificate.extensions?.find(({ extnID }) => extnID === id);
}
