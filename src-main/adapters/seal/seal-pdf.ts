import type { SealAbout, SealIdentity } from '../../core/seal-port.ts';
import { appendSignature } from './append-signature.ts';
import { signCms } from './sign-cms.ts';
import { fillRoom, signedDigest } from './signature-room.ts';

/** @param tokenBytes room for the timestamp that comes later */
export function sealPdf(
  pdf: Uint8Array,
  identity: SealIdentity,
  about: SealAbout,
  tokenBytes: number,
): Uint8Array {
  // An ECDSA signature's length differs by a few bytes from one to the next.
  const cmsBytes = signCms(new Uint8Array(32), identity).length + 16;
  const open = appendSignature(pdf, about, cmsBytes + tokenBytes);
  return fillRoom(open, signCms(signedDigest(open), identity));
}
