import { createHash } from 'node:crypto';

/** A file with a signature over all of it but the room that the signature itself takes. */
export type SignedPdf = {
  readonly bytes: Uint8Array;
  /** Of the brackets around the room's hexadecimal digits. */
  readonly start: number;
  readonly end: number;
};

/** Where the signature of a sealed file stands. Throws where there is none over the whole file. */
export function signedParts(bytes: Uint8Array): SignedPdf {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange \[0 +(\d+) +(\d+) +(\d+) *\]/g)];
  const [, start, end, rest] = (ranges.at(-1) ?? []).map(Number);
  if (start === undefined || end === undefined || rest === undefined) throw new Error('A PDF without a seal');
  if (end + rest !== bytes.length || text[start] !== '<' || text[end - 1] !== '>')
    throw new Error('A seal that is not over the whole file');
  return { bytes, start, end };
}

/** SHA-256 of what the signature is over. */
export function signedDigest({ bytes, start, end }: SignedPdf): Uint8Array {
  return createHash('sha256').update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest();
}

/** The signature in the room, without the zeros after it. */
export function signatureIn({ bytes, start, end }: SignedPdf): Uint8Array {
  const room = Buffer.from(Buffer.from(bytes.subarray(start + 1, end - 1)).toString('latin1'), 'hex');
  // DER says its own length: 30 82 and two bytes of it, since a signature with a certificate is longer than 255 bytes.
  if (room.readUInt16BE(0) !== 0x3082) throw new Error('A seal that holds no signature');
  return room.subarray(0, 4 + room.readUInt16BE(2));
}

export function roomIn({ start, end }: SignedPdf): number {
  return (end - start - 2) / 2;
}

/** The file with a signature in its room, every other byte as it was. */
export function fillRoom(pdf: SignedPdf, cms: Uint8Array): Uint8Array {
  if (cms.length > roomIn(pdf)) throw new Error('A signature that is larger than its room');
  const filled = Buffer.from(pdf.bytes);
  filled.write(Buffer.from(cms).toString('hex'), pdf.start + 1, 'latin1');
  filled.fill('0', pdf.start + 1 + 2 * cms.length, pdf.end - 1, 'latin1');
  return filled;
}
