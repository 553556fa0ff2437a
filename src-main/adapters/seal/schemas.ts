import {
  DigestAlgorithmIdentifier,
  EncapsulatedContentInfo,
  EncryptedContentInfo,
  SignerInfo,
} from '@peculiar/asn1-cms';
import { AsnArray, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

// The libraries declare theirs by decorators, which erasable syntax has none of; a decorator is a function all the same.

/** What the signature algorithm is run over: attributes as a set of their own. */
export class AttributeSet extends AsnArray<ArrayBuffer> {}
AsnType({ type: AsnTypeTypes.Set, itemType: AsnPropTypes.Any })(AttributeSet);

/** RFC 5652, 5.1; certificates stay the bytes that they are, since a hash of one is signed. */
export class SignedDocument {
  version = 1;
  digestAlgorithms: DigestAlgorithmIdentifier[] = [];
  encapContentInfo = new EncapsulatedContentInfo();
  certificates: ArrayBuffer[] = [];
  signerInfos: SignerInfo[] = [];
}
AsnType({ type: AsnTypeTypes.Sequence })(SignedDocument);
AsnProp({ type: AsnPropTypes.Integer })(SignedDocument.prototype, 'version');
AsnProp({ type: DigestAlgorithmIdentifier, repeated: 'set' })(SignedDocument.prototype, 'digestAlgorithms');
AsnProp({ type: EncapsulatedContentInfo })(SignedDocument.prototype, 'encapContentInfo');
AsnProp({ type: AsnPropTypes.Any, repeated: 'set', context: 0, implicit: true, optional: true })(
  SignedDocument.prototype,
  'certificates',
);
AsnProp({ type: SignerInfo, repeated: 'set' })(SignedDocument.prototype, 'signerInfos');

/** RFC 5035, and RFC 2634 where `hashAlgorithm` is absent and SHA-1 is meant. */
export class EssCertificateId {
  hashAlgorithm?: AlgorithmIdentifier;
  certHash = new OctetString();
  issuerSerial?: ArrayBuffer;
}
AsnType({ type: AsnTypeTypes.Sequence })(EssCertificateId);
AsnProp({ type: AlgorithmIdentifier, optional: true })(EssCertificateId.prototype, 'hashAlgorithm');
AsnProp({ type: OctetString })(EssCertificateId.prototype, 'certHash');
AsnProp({ type: AsnPropTypes.Any, optional: true })(EssCertificateId.prototype, 'issuerSerial');

export class SigningCertificate {
  certs: EssCertificateId[] = [];
  policies?: ArrayBuffer;
}
AsnType({ type: AsnTypeTypes.Sequence })(SigningCertificate);
AsnProp({ type: EssCertificateId, repeated: 'sequence' })(SigningCertificate.prototype, 'certs');
AsnProp({ type: AsnPropTypes.Any, optional: true })(SigningCertificate.prototype, 'policies');

/** RFC 5652, 8: what a .p12 keeps its certificates in. */
export class EncryptedData {
  version = 0;
  encryptedContentInfo = new EncryptedContentInfo();
}
AsnType({ type: AsnTypeTypes.Sequence })(EncryptedData);
AsnProp({ type: AsnPropTypes.Integer })(EncryptedData.prototype, 'version');
AsnProp({ type: EncryptedContentInfo })(EncryptedData.prototype, 'encryptedContentInfo');

/** RFC 8018: PBES2 with PBKDF2. */
export class Pbes2 {
  keyDerivation = new AlgorithmIdentifier();
  encryption = new AlgorithmIdentifier();
}
AsnType({ type: AsnTypeTypes.Sequence })(Pbes2);
AsnProp({ type: AlgorithmIdentifier })(Pbes2.prototype, 'keyDerivation');
AsnProp({ type: AlgorithmIdentifier })(Pbes2.prototype, 'encryption');

export class Pbkdf2 {
  salt = new OctetString();
  iterations = 0;
  keyLength?: number;
  prf?: AlgorithmIdentifier;
}
AsnType({ type: AsnTypeTypes.Sequence })(Pbkdf2);
AsnProp({ type: OctetString })(Pbkdf2.prototype, 'salt');
AsnProp({ type: AsnPropTypes.Integer })(Pbkdf2.prototype, 'iterations');
AsnProp({ type: AsnPropTypes.Integer, optional: true })(Pbkdf2.prototype, 'keyLength');
AsnProp({ type: AlgorithmIdentifier, optional: true })(Pbkdf2.prototype, 'prf');

/** RFC 7292, appendix C. */
export class Pkcs12Pbe {
  salt = new OctetString();
  iterations = 0;
}
AsnType({ type: AsnTypeTypes.Sequence })(Pkcs12Pbe);
AsnProp({ type: OctetString })(Pkcs12Pbe.prototype, 'salt');
AsnProp({ type: AsnPropTypes.Integer })(Pkcs12Pbe.prototype, 'iterations');
