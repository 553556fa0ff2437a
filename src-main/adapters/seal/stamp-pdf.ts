import { signatureValue, withTimestamp } from './sign-cms.ts';
import { fillRoom, roomIn, signatureIn, signedParts } from './signature-room.ts';

/** What of a sealed file a timestamp is over. */
export function valueToStamp(sealed: Uint8Array): Uint8Array {
  return signatureValue(signatureIn(signedParts(sealed)));
}

/** The same file with the timestamp in its seal; undefined where there is no room for it. */
export function putTimestamp(sealed: Uint8Array, token: Uint8Array): Uint8Array | undefined {
  const parts = signedParts(sealed);
  const cms = withTimestamp(signatureIn(parts), token);
  return cms.length > roomIn(parts) ? undefined : fillRoom(parts, cms);
}
