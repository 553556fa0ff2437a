/**
 * What the hall's voice can say, clip by clip, with its Turkish words: they are what the clips are made from, what a
 * system's voice is given, and what stands in the page for a screen reader. A clip that ends with `/end` is spoken
 * as the end of its phrase, one beside it as its middle.
 */
const letters = {
  A: 'a',
  B: 'be',
  C: 'ce',
  Ç: 'çe',
  D: 'de',
  E: 'e',
  F: 'fe',
  G: 'ge',
  Ğ: 'yumuşak ge',
  H: 'he',
  I: 'ı',
  İ: 'i',
  J: 'je',
  K: 'ke',
  L: 'le',
  M: 'me',
  N: 'ne',
  O: 'o',
  Ö: 'ö',
  P: 'pe',
  Q: 'kü',
  R: 're',
  S: 'se',
  Ş: 'şe',
  T: 'te',
  U: 'u',
  Ü: 'ü',
  V: 've',
  W: 'çift ve',
  X: 'iks',
  Y: 'ye',
  Z: 'ze',
} as const;
type VoiceLetter = keyof typeof letters;

/** Places that are said with their number: `iki numaralı banko`. Without a suffix, which would follow the number. */
export const placeNouns = [
  'banko',
  'gişe',
  'masa',
  'vezne',
  'çözüm noktası',
  'görüşme odası',
  'toplantı odası',
  'oda',
] as const;
export type PlaceNoun = (typeof placeNouns)[number];

export type Clip =
  | `letter/${VoiceLetter}`
  | `number/${number}`
  | `hundreds/${number}`
  | `hundreds/${number}/end`
  | 'thousand'
  | 'thousand/end'
  | 'million'
  | 'million/end'
  | `place/${PlaceNoun}`
  | 'look';

const ones = ['sıfır', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'] as const;
const tens = ['', 'on', 'yirmi', 'otuz', 'kırk', 'elli', 'altmış', 'yetmiş', 'seksen', 'doksan'] as const;

/** Every clip with its words; each is among the shipped sounds. */
export const voiceClips: ReadonlyMap<Clip, string> = new Map<Clip, string>([
  ...Object.entries(letters).map(([letter, name]): [Clip, string] => [
    `letter/${letter as VoiceLetter}`,
    name,
  ]),
  ...count(100).map((number): [Clip, string] => [`number/${number}`, belowHundred(number)]),
  ...count(10)
    .slice(1)
    .flatMap((hundreds): [Clip, string][] => {
      const words = hundreds === 1 ? 'yüz' : `${ones[hundreds]} yüz`;
      return [
        [`hundreds/${hundreds}`, words],
        [`hundreds/${hundreds}/end`, words],
      ];
    }),
  ['thousand', 'bin'],
  ['thousand/end', 'bin'],
  ['million', 'milyon'],
  ['million/end', 'milyon'],
  ...placeNouns.map((noun): [Clip, string] => [`place/${noun}`, `numaralı ${noun}`]),
  ['look', 'lütfen ekrana bakınız'],
]);

export function isVoiceLetter(letter: string): letter is VoiceLetter {
  return Object.keys(letters).includes(letter);
}

function belowHundred(number: number): string {
  const [ten, one] = [tens[Math.floor(number / 10)], ones[number % 10]];
  if (number < 10) return one ?? '';
  return number % 10 === 0 ? (ten ?? '') : `${ten} ${one}`;
}

function count(below: number): readonly number[] {
  return Array.from({ length: below }, (_, index) => index);
}
