export const smsAlphabets = ['gsm7', 'gsm7-turkish', 'ucs2'] as const;
export type SmsAlphabet = (typeof smsAlphabets)[number];

export type SmsCount = {
  readonly alphabet: SmsAlphabet;
  /** Septets for the two GSM alphabets, UTF-16 code units for UCS-2. */
  readonly units: number;
  readonly segments: number;
  /** Units still free in the last segment. */
  readonly remaining: number;
};

// GSM 03.38 / 3GPP TS 23.038 default alphabet (6.2.1) without ESC, and its extension table (6.2.1.1).
const gsmBasic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const gsmExtension = new Set('\f^{}\\[~]|€');
// 3GPP TS 23.038 A.2.1 holds these beside the whole extension table. ö Ö ü Ü and Ç are basic letters.
const turkishShift = new Set('ĞİŞçğış');

// The Turkish header takes 5 septets of a single message and 11 beside the concatenation header.
const capacities = {
  gsm7: { single: 160, part: 153 },
  'gsm7-turkish': { single: 155, part: 149 },
  ucs2: { single: 70, part: 67 },
} as const satisfies Record<SmsAlphabet, { readonly single: number; readonly part: number }>;

const replacements: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '´': "'",
  '`': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '•': '-',
  '…': '...',
  '₺': 'TL',
  '\t': ' ',
  â: 'a',
  î: 'i',
  û: 'u',
  Â: 'A',
  Î: 'İ',
  Û: 'U',
};

const replaceable = new RegExp(`[${Object.keys(replacements).join('')}]`, 'g');

/**
 * Replaces what a word processor puts into a text and what would turn the whole SMS into UCS-2, at 70
 * characters a segment: typographic quotes and dashes, ellipsis, ₺, â î û, non-breaking and invisible spaces.
 */
export function normaliseSmsText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(replaceable, (character) => replacements[character] ?? character);
}

/**
 * How the operator will most likely bill the text. Pessimistic: a Turkish letter costs two septets (single
 * shift), as it does where the operator has no locking-shift table; some bill it as one.
 * Neither a two-septet character nor a surrogate pair is cut in two by a segment's end.
 */
export function countSegments(text: string): SmsCount {
  const alphabet = alphabetOf(text);
  let units = 0;
  for (const character of text) units += costOf(character, alphabet);
  const { single, part } = capacities[alphabet];
  if (units <= single) return { alphabet, units, segments: units === 0 ? 0 : 1, remaining: single - units };
  let segments = 1;
  let used = 0;
  for (const character of text) {
    const cost = costOf(character, alphabet);
    if (used + cost > part) {
      segments += 1;
      used = 0;
    }
    used += cost;
  }
  return { alphabet, units, segments, remaining: part - used };
}

function alphabetOf(text: string): SmsAlphabet {
  let alphabet: SmsAlphabet = 'gsm7';
  for (const character of text) {
    if (turkishShift.has(character)) alphabet = 'gsm7-turkish';
    else if (!gsmBasic.has(character) && !gsmExtension.has(character)) return 'ucs2';
  }
  return alphabet;
}

function costOf(character: string, alphabet: SmsAlphabet): number {
  if (alphabet === 'ucs2') return character.length;
  return gsmBasic.has(character) ? 1 : 2;
}
