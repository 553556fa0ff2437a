/** Crockford's base32: without I, L and O, which are read as 1 and 0, and without U. */
export const pairingAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const pairingCodeLength = 12;
/** Bytes that `makePairingCode` needs. */
export const pairingRandomBytes = pairingCodeLength;

const separators = /[\s\-‐‑–—_]/g;
/** What people type for a character that looks like it; İ is what a Turkish keyboard makes of a small i. */
const meant: Readonly<Record<string, string>> = { O: '0', I: '1', İ: '1', L: '1' };

/**
 * A new code, 12 characters without dashes with 60 bits of entropy: it stands against whoever heard a pairing
 * and tries codes at home, so `random` must be `pairingRandomBytes` bytes from a cryptographic source.
 */
export function makePairingCode(random: Uint8Array): string {
  if (random.length < pairingRandomBytes)
    throw new RangeError(`makePairingCode needs ${pairingRandomBytes} random bytes, got ${random.length}`);
  // 256 is a multiple of 32, so every character is equally likely.
  return Array.from(random.subarray(0, pairingCodeLength), (byte) =>
    pairingAlphabet.charAt(byte % pairingAlphabet.length),
  ).join('');
}

/**
 * Reads a code as people type it: any case, spaces or dashes anywhere, O for 0, I or L for 1.
 * Gives the 12 characters without dashes, or undefined where it can't be a code.
 */
export function parsePairingCode(input: string): string | undefined {
  const code = meantCharacters(input);
  if (code.length !== pairingCodeLength) return undefined;
  return Array.from(code).every((character) => pairingAlphabet.includes(character)) ? code : undefined;
}

function meantCharacters(input: string): string {
  return input
    .normalize('NFC')
    .replace(separators, '')
    .toUpperCase()
    .replace(/[OIİL]/g, (character) => meant[character] ?? character);
}

/** A code in the middle of being typed, as the screen shows it: 'k7m49q' → 'K7M4-9Q'. Nothing typed is dropped. */
export function formatTypedPairingCode(input: string): string {
  return (
    meantCharacters(input)
      .match(/.{1,4}/gu)
      ?.join('-') ?? ''
  );
}

/** 'K7M49QX2ABCD' → 'K7M4-9QX2-ABCD', the form for the screen. */
export function formatPairingCode(code: string): string {
  return code.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
}
