import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_contentType,
  id_data,
  id_messageDigest,
  id_signedData,
  SignerIdentifier,
  SignerInfo,
} from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509';
import { ObjectIdentifier } from 'asn1js';
import type { SealIdentity } from '../../core/seal-port.ts';
import { AttributeSet, EssCertificateId, SignedDocument, SigningCertificate } from './schemas.ts';

export const id_signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';
export const id_timeStampToken = '1.2.840.113549.1.9.16.2.14';
export const id_sha256 = '2.16.840.1.101.3.4.2.1';
const sha256WithRsa = '1.2.840.113549.1.1.11';
const ecdsaWithSha256 = '1.2.840.10045.4.3.2';

/**
 * The signature of a PDF as CMS, detached (CAdES as EN 319 142-1 wants it: content type, digest and the certificate
 * are signed; the time is not among them, since it stands in the PDF's own dictionary).
 * @param digest SHA-256 of all bytes that are signed
 */
export function signCms(digest: Uint8Array, { certificates, key }: SealIdentity): Uint8Array {
  const chain = certificates.map((pem) => new X509Certificate(pem).raw);
  const [own] = chain;
  if (own === undefined) throw new Error('A seal without a certificate');
  const { tbsCertificate } = AsnConvert.parse(own, Certificate);
  const privateKey = createPrivateKey(key);
  const isRsa = privateKey.asymmetricKeyType === 'rsa';
  const attributes = signedAttributes(digest, own);
  const info = new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({
        issuer: tbsCertificate.issuer,
        serialNumber: tbsCertificate.serialNumber,
      }),
    }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithm: id_sha256 }),
    signedAttrs: attributes,
    signatureAlgorithm: isRsa
      ? new AlgorithmIdentifier({ algorithm: sha256WithRsa, parameters: null })
      : new AlgorithmIdentifier({ algorithm: ecdsaWithSha256 }),
    signature: new OctetString(sign('sha256', asSet(attributes), privateKey)),
  });
  const document = new SignedDocument();
  document.digestAlgorithms = [new AlgorithmIdentifier({ algorithm: id_sha256 })];
  document.encapContentInfo = new EncapsulatedContentInfo({ eContentType: id_data });
  document.certificates = chain.map(bufferOf);
  document.signerInfos = [info];
  return wrap(document);
}

/** What a timestamp is over: the signature's own value. */
export function signatureValue(cms: Uint8Array): Uint8Array {
  return new Uint8Array(signerOf(unwrap(cms)).signature.buffer);
}

/** The same signature with a timestamp over it among what is not signed (EN 319 122-1, 5.3). */
export function withTimestamp(cms: Uint8Array, token: Uint8Array): Uint8Array {
  const document = unwrap(cms);
  signerOf(document).unsignedAttrs = [attribute(id_timeStampToken, bufferOf(token))];
  return wrap(document);
}

function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Attribute[] {
  const essId = new EssCertificateId();
  essId.certHash = new OctetString(createHash('sha256').update(certificate).digest());
  const signing = new SigningCertificate();
  signing.certs = [essId];
  const attributes = [
    attribute(id_contentType, oid(id_data)),
    attribute(id_messageDigest, AsnConvert.serialize(new OctetString(digest))),
    attribute(id_signingCertificateV2, AsnConvert.serialize(signing)),
  ];
  // DER: members of a set stand in the order of their bytes, and readers put them so before they verify.
  return attributes.toSorted((a, b) => Buffer.compare(encoded(a), encoded(b)));
}

function attribute(attrType: string, value: ArrayBuffer): Attribute {
  return new Attribute({ attrType, attrValues: [value] });
}

function encoded(value: Attribute): Buffer {
  return Buffer.from(AsnConvert.serialize(value));
}

/** What is signed is the attributes as a set of its own, whatever tag they bear inside (RFC 5652, 5.4). */
export function asSet(attributes: readonly Attribute[]): Uint8Array {
  return new Uint8Array(
    AsnConvert.serialize(new AttributeSet(attributes.map((one) => AsnConvert.serialize(one)))),
  );
}

function oid(value: string): ArrayBuffer {
  return AsnConvert.serialize(new ObjectIdentifier({ value }));
}

function unwrap(cms: Uint8Array): SignedDocument {
  return AsnConvert.parse(AsnConvert.parse(cms, ContentInfo).content, SignedDocument);
}

function wrap(document: SignedDocument): Uint8Array {
  const content = AsnConvert.serialize(document);
  return new Uint8Array(AsnConvert.serialize(new ContentInfo({ contentType: id_signedData, content })));
}

function signerOf({ signerInfos: [info] }: SignedDocument): SignerInfo {
  if (info === undefined) throw new Error('A seal without a signer');
  return info;
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
