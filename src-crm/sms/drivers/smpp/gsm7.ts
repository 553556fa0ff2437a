const escapeCode = 0x1b;

// 3GPP TS 23.038, 6.2.1: the default alphabet in the order of its codes; ESC stands at 1B.
const basic = [
  ...'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?',
  ...'¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
];

// 6.2.1.1: what follows an ESC.
const extension: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
};

// A.2.1: what the Turkish single shift table adds.
const turkish: Readonly<Record<string, number>> = {
  Ğ: 0x47,
  İ: 0x49,
  Ş: 0x53,
  ç: 0x63,
  ğ: 0x67,
  ı: 0x69,
  ş: 0x73,
};

const codes = new Map<string, readonly number[]>([
  ...basic.map((character, code): [string, readonly number[]] => [character, [code]]),
  ...Object.entries({ ...extension, ...turkish }).map(([character, code]): [string, readonly number[]] => [
    character,
    [escapeCode, code],
  ]),
]);

/**
 * One septet an octet, as SMPP carries the default alphabet; the centre packs them. Turkish letters are right only
 * beside a header that names the Turkish table. A character of neither table becomes '?'.
 */
export function septetsOf(character: string): readonly number[] {
  return codes.get(character) ?? [0x3f];
}

/** The reverse, for tests and centres of our own. */
export function textOfSeptets(septets: Buffer): string {
  let text = '';
  for (let at = 0; at < septets.length; at += 1) {
    const code = septets[at] ?? 0;
    if (code !== escapeCode) {
      text += basic[code] ?? '?';
      continue;
    }
    at += 1;
    const shifted = Object.entries({ ...extension, ...turkish }).find(([, value]) => value === septets[at]);
    text += shifted?.[0] ?? ' ';
  }
  return text;
}
