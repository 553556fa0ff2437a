import { createHash, randomBytes } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq, TimeStampReqVersion } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import type { TimestampTrouble } from '../../../src-shared/contract/seal.ts';
import type { Timestamp, TimestampServer } from '../../core/seal-port.ts';
import { postQuery } from './post-query.ts';
import { readReply } from './read-reply.ts';
import { id_sha256 } from './sign-cms.ts';

export type Asked =
  | ({ readonly ok: true; readonly token: Uint8Array } & Timestamp)
  | { readonly ok: false; readonly trouble: TimestampTrouble };

/** Asks a server for a timestamp over the bytes, and takes it only if it is theirs, asked for now and well signed. */
export async function askTimestamp(
  bytes: Uint8Array,
  server: TimestampServer,
  patience: number,
): Promise<Asked> {
  const imprint = createHash('sha256').update(bytes).digest();
  const nonce = makeNonce();
  const request = new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: id_sha256, parameters: null }),
      hashedMessage: new OctetString(imprint),
    }),
    nonce: new Uint8Array(nonce).buffer,
    certReq: true,
  });
  const answer = await postQuery(server, new Uint8Array(AsnConvert.serialize(request)), patience);
  return answer.ok ? readReply(answer.reply, imprint, nonce) : answer;
}

/** A positive integer whose first byte is not zero, so that it has one encoding. */
function makeNonce(): Buffer {
  const nonce = randomBytes(8);
  nonce.writeUInt8((nonce.readUInt8(0) & 0x3f) | 0x40, 0);
  return nonce;
}
