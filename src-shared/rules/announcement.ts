import { lowerTurkish } from '../text/fold.ts';
import { spokenNumber } from './spoken-number.ts';
import { type Clip, isVoiceLetter, type PlaceNoun, placeNouns, voiceClips } from './voice-clips.ts';

export type SpokenCall = {
  /** As printed on the slip: `A105`. */
  readonly label: string;
  /** The name on the sign of the desk or room: `Banko 2`. Null where nobody knows it. */
  readonly placeName: string | null;
};

const labelPattern = /^(\p{L})(\d{1,7})$/u;
/** A number just before or after the noun, and the only one: "2. Kat Görüşme Odası" is not room two. */
const numberBefore = /(?:^|\s)(\d{1,3})(?:\.|\s+(?:numaralı|no['’]?lu|nolu))?\s*$/;
const numberAfter = /^\s*(?:no\.?:?\s*)?(\d{1,3})(?![\d\p{L}])/u;

/**
 * What is said of a call, in phrases with a breath between them: "A yüz beş" · "iki numaralı banko". A label or a
 * place for which there are no clips is never said wrongly: whoever waits is asked to look at the screen.
 */
export function phrasesOf({ label, placeName }: SpokenCall): readonly (readonly Clip[])[] {
  const [, letter, digits] = labelPattern.exec(label) ?? [];
  if (letter === undefined || digits === undefined || !isVoiceLetter(letter)) return [['look']];
  const place = placeName === null ? undefined : spokenPlace(placeName);
  return [[`letter/${letter}`, ...spokenNumber(Number(digits))], place ?? ['look']];
}

/** The same in words, for a system's voice and for whoever reads the screen by ear: "A yüz beş, iki numaralı banko". */
export function sentenceOf(call: SpokenCall): string {
  const phrases = phrasesOf(call).map((clips) => clips.map((clip) => voiceClips.get(clip)).join(' '));
  const sentence = phrases.join(', ');
  return sentence.charAt(0).toLocaleUpperCase('tr') + sentence.slice(1);
}

function spokenPlace(name: string): readonly Clip[] | undefined {
  const words = lowerTurkish(name);
  if ((words.match(/\d+/g) ?? []).length !== 1) return undefined;
  // The longest noun that fits: "görüşme odası 1" is no "oda".
  const found = nounsByLength.find((noun) => wordsAround(words, noun) !== undefined);
  if (found === undefined) return undefined;
  const [before, after] = wordsAround(words, found) ?? ['', ''];
  const digits = numberAfter.exec(after)?.[1] ?? numberBefore.exec(before)?.[1];
  return digits === undefined ? undefined : [...spokenNumber(Number(digits)), `place/${found}`];
}

const nounsByLength = [...placeNouns].sort((a, b) => b.length - a.length);

/** What stands before and after a noun that is a word of its own. */
function wordsAround(words: string, noun: PlaceNoun): readonly [string, string] | undefined {
  const [, before, after] = new RegExp(`^(|.*\\P{L})${noun}(|[^\\p{L}].*)$`, 'u').exec(words) ?? [];
  return before === undefined || after === undefined ? undefined : [before, after];
}
