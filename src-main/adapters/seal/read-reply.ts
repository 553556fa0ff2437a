import { ContentInfo } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { id_ct_tstInfo, PKIStatus, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import type { Asked } from './ask-timestamp.ts';
import { SignedDocument } from './schemas.ts';
import { id_sha256 } from './sign-cms.ts';
import { authorityOf, signerOfToken } from './token-signer.ts';

/** What came back for a query with this imprint (SHA-256) and nonce: RFC 3161, 2.4.2. */
export function readReply(reply: Uint8Array, imprint: Uint8Array, nonce: Uint8Array): Asked {
  try {
    const { status, timeStampToken } = AsnConvert.parse(reply, TimeStampResp);
    const isGranted = status.status === PKIStatus.granted || status.status === PKIStatus.grantedWithMods;
    if (!isGranted) return { ok: false, trouble: 'timestamp_rejected' };
    if (timeStampToken === undefined) return { ok: false, trouble: 'timestamp_unreadable' };
    return readToken(new Uint8Array(AsnConvert.serialize(timeStampToken)), imprint, nonce);
  } catch {
    return { ok: false, trouble: 'timestamp_unreadable' };
  }
}

function readToken(token: Uint8Array, imprint: Uint8Array, nonce: Uint8Array): Asked {
  const document = AsnConvert.parse(AsnConvert.parse(token, ContentInfo).content, SignedDocument);
  const { eContentType, eContent } = document.encapContentInfo;
  if (eContentType !== id_ct_tstInfo || eContent?.single === undefined)
    return { ok: false, trouble: 'timestamp_unreadable' };
  const content = new Uint8Array(eContent.single.buffer);
  const info = AsnConvert.parse(content, TSTInfo);
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const isOurs =
    hashAlgorithm.algorithm === id_sha256 &&
    Buffer.from(imprint).equals(Buffer.from(hashedMessage.buffer)) &&
    info.nonce !== undefined &&
    Buffer.from(nonce).equals(Buffer.from(info.nonce));
  if (!isOurs) return { ok: false, trouble: 'timestamp_not_ours' };
  const signer = signerOfToken(document, content, info.genTime);
  if (signer === undefined) return { ok: false, trouble: 'timestamp_not_trusted' };
  return { ok: true, token, at: info.genTime.toISOString(), authority: authorityOf(signer) };
}
