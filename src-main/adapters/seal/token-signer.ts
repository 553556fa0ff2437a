import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import { id_contentType, id_messageDigest, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { id_ct_tstInfo } from '@peculiar/asn1-tsp';
import { ObjectIdentifier } from 'asn1js';
import { isForTimestamps } from './judge-certificate.ts';
import { type SignedDocument, SigningCertificate } from './schemas.ts';
import { asSet, id_signingCertificateV2 } from './sign-cms.ts';

const id_signingCertificate = '1.2.840.113549.1.9.16.2.12';
const rsaPss = '1.2.840.113549.1.1.10';

/** SHA-1 is not among those that sign: it can be forged. */
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Where the algorithm of the signature names a digest, it is that one's, whatever the content was digested by. */
const signatureDigests: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/**
 * The certificate of the authority that has signed this token; undefined where its signature does not hold, it is
 * signed by a certificate that is not for timestamps or not of that time, or names another one. Whether the authority
 * is one that a court knows is for the administrator who chooses the server.
 */
export function signerOfToken(
  { certificates, signerInfos }: SignedDocument,
  content: Uint8Array,
  at: Date,
): X509Certificate | undefined {
  const [info, second] = signerInfos;
  const digest = digests[info?.digestAlgorithm.algorithm ?? ''];
  if (info === undefined || second !== undefined || digest === undefined) return undefined;
  const contentDigest = octets(attributeOf(info, id_messageDigest));
  const isOverContent =
    contentDigest?.equals(createHash(digest).update(content).digest()) === true &&
    attributeOf(info, id_contentType)?.equals(encodedOid(id_ct_tstInfo)) === true;
  if (!isOverContent) return undefined;
  return certificates
    .map((der) => new X509Certificate(new Uint8Array(der)))
    .find(
      (certificate) =>
        hasSigned(certificate, info, digest) &&
        isNamedIn(info, certificate) &&
        isForTimestamps(certificate) &&
        certificate.validFromDate <= at &&
        at <= certificate.validToDate,
    );
}

/** As a person would call it. */
export function authorityOf({ subject }: X509Certificate): string {
  const part = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(subject)?.[1];
  return part('CN') ?? part('O') ?? subject.replaceAll('\n', ', ');
}

function hasSigned({ publicKey }: X509Certificate, info: SignerInfo, digest: string): boolean {
  const padding =
    info.signatureAlgorithm.algorithm === rsaPss
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {};
  const by = signatureDigests[info.signatureAlgorithm.algorithm] ?? digest;
  return verify(
    by,
    asSet(info.signedAttrs ?? []),
    { key: publicKey, ...padding },
    new Uint8Array(info.signature.buffer),
  );
}

/** The token names its certificate by a hash, so that no other with the same key takes its place (RFC 5816). */
function isNamedIn(info: SignerInfo, { raw }: X509Certificate): boolean {
  const newer = attributeOf(info, id_signingCertificateV2);
  const named = newer ?? attributeOf(info, id_signingCertificate);
  if (named === undefined) return false;
  const [first] = AsnConvert.parse(named, SigningCertificate).certs;
  const digest =
    newer === undefined
      ? 'sha1'
      : first?.hashAlgorithm === undefined
        ? 'sha256'
        : digests[first.hashAlgorithm.algorithm];
  if (first === undefined || digest === undefined) return false;
  return Buffer.from(first.certHash.buffer).equals(createHash(digest).update(raw).digest());
}

function attributeOf({ signedAttrs }: SignerInfo, id: string): Buffer | undefined {
  const value = signedAttrs?.find(({ attrType }) => attrType === id)?.attrValues[0];
  return value === undefined ? undefined : Buffer.from(value);
}

function octets(der: Buffer | undefined): Buffer | undefined {
  return der && Buffer.from(AsnConvert.parse(der, OctetString).buffer);
}

function encodedOid(value: string): Buffer {
  return Buffer.from(AsnConvert.serialize(new ObjectIdentifier({ value })));
}
