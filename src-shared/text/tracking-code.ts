/**
 * 0 O, 1 I L and the Turkish letters are left out. The 31 characters that remain are a prime number of them,
 * which is what the check character needs (see `checkSum`).
 */
export const trackingAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const trackingCodeLength = 12;
/** Bytes that `makeTrackingCode` needs. */
export const trackingRandomBytes = 32;

const base = trackingAlphabet.length;
const dataLength = trackingCodeLength - 1;
const separators = /[\s\-‐‑–—_*]/g;
const turkishSlips: Readonly<Record<string, string>> = { Ç: 'C', Ğ: 'G', Ş: 'S', Ü: 'U' };

/**
 * The ISBN-10 scheme carried to the prime 31: Σ weight · value ≡ 0 (mod 31), weights 12 … 1 from the left.
 * Weights and their differences are never 0 mod 31, so every single wrong character and every swap of two
 * different characters (adjacent or not) changes the sum.
 */
function checkSum(characters: string): number {
  return Array.from(characters).reduce(
    (total, character, index) => total + (trackingCodeLength - index) * trackingAlphabet.indexOf(character),
    0,
  );
}

/**
 * A new tracking code, 12 characters without dashes: 11 uniformly random ones (54.5 bits of entropy) and a
 * check character. It is the secret that opens the public tracking page, so `random` must be
 * `trackingRandomBytes` bytes from a cryptographic source.
 *
 * Bytes of 248 and above are skipped, since 256 is no multiple of 31 and the first characters would come up
 * more often. The spare bytes make it practically impossible (p < 2⁻⁸⁰) to run out; then it throws.
 */
export function makeTrackingCode(random: Uint8Array): string {
  if (random.length < trackingRandomBytes) {
    throw new RangeError(`makeTrackingCode needs ${trackingRandomBytes} random bytes, got ${random.length}`);
  }
  const fair = Array.from(random).filter((byte) => byte < 256 - (256 % base));
  if (fair.length < dataLength) throw new RangeError('makeTrackingCode: the random bytes are not random');
  const data = fair
    .slice(0, dataLength)
    .map((byte) => trackingAlphabet.charAt(byte % base))
    .join('');
  return data + trackingAlphabet.charAt((base - (checkSum(data) % base)) % base);
}

/**
 * Reads a code as people and scanners give it: any case, spaces or dashes anywhere ('*' is what a scanner set
 * to a US keyboard types for '-' on a Turkish one), ç ğ ş ü for the letters under them. Any form of I, L, O,
 * 0 or 1 is refused, since no character of the alphabet could be the one that was meant.
 * Gives the 12 characters without dashes, or undefined if the check character does not fit.
 */
export function parseTrackingCode(input: string): string | undefined {
  const compact = input.normalize('NFC').replace(separators, '');
  if (!/^[0-9A-Za-zÇĞŞÜçğşü]{12}$/.test(compact)) return undefined;
  const code = compact.toUpperCase().replace(/[ÇĞŞÜ]/g, (letter) => turkishSlips[letter] ?? letter);
  const isInAlphabet = Array.from(code).every((character) => trackingAlphabet.includes(character));
  return isInAlphabet && checkSum(code) % base === 0 ? code : undefined;
}

/** 'K7M49QX2ABCD' → 'K7M4-9QX2-ABCD', the form for paper, screen and SMS. */
export function formatTrackingCode(code: string): string {
  return code.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
}

/**
 * What a QR holds: the tracking page with the code in its form, which is not looked up before a person says so.
 * @param trackingUrl as people read it, with or without a scheme
 */
export function trackingLink(trackingUrl: string, code: string): string {
  const base = /^https?:\/\//.test(trackingUrl) ? trackingUrl : `https://${trackingUrl}`;
  return `${base}${base.includes('?') ? '&' : '?'}kod=${code}`;
}
