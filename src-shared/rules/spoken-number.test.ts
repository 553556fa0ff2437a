import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highestSpoken, spokenNumber } from './spoken-number.ts';
import { voiceClips } from './voice-clips.ts';

const wordsOf = (number: number): string =>
  spokenNumber(number)
    .map((clip) => voiceClips.get(clip))
    .join(' ');

/** Written out another way than the rule's: digit by digit, from the right, in groups of three. */
const digitWords = ['', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'];
const tenWords = ['', 'on', 'yirmi', 'otuz', 'kırk', 'elli', 'altmış', 'yetmiş', 'seksen', 'doksan'];
const groupWords = ['', 'bin', 'milyon'];

function byDigits(number: number): string {
  if (number === 0) return 'sıfır';
  const groups = number.toLocaleString('en-US').split(',').toReversed();
  return groups
    .flatMap((group, place) => {
      const [one, ten, hundred] = [...group].toReversed().map(Number);
      const words = [
        ...(hundred === undefined || hundred === 0 ? [] : [hundred === 1 ? '' : digitWords[hundred], 'yüz']),
        tenWords[ten ?? 0],
        digitWords[one ?? 0],
      ];
      const isThousandAlone = place === 1 && Number(group) === 1;
      return [[...(isThousandAlone ? [] : words), Number(group) === 0 ? '' : groupWords[place]]];
    })
    .toReversed()
    .flat()
    .filter((word) => word !== '' && word !== undefined)
    .join(' ');
}

test.each([
  [0, 'sıfır'],
  [7, 'yedi'],
  [10, 'on'],
  [45, 'kırk beş'],
  [100, 'yüz'],
  [105, 'yüz beş'],
  [110, 'yüz on'],
  [999, 'dokuz yüz doksan dokuz'],
  [1_000, 'bin'],
  [1_001, 'bin bir'],
  [2_000, 'iki bin'],
  [20_101, 'yirmi bin yüz bir'],
  [101_000, 'yüz bir bin'],
  [1_000_000, 'bir milyon'],
  [1_980_101, 'bir milyon dokuz yüz seksen bin yüz bir'],
])('%i is said as "%s"', (number, words) => {
  expect(wordsOf(number)).toBe(words);
});

test('every number from 0 to 999.999 is said in the words that its digits spell', () => {
  const wrong = Array.from({ length: 1_000_000 }, (_, number) => number).filter(
    (number) => wordsOf(number) !== byDigits(number),
  );
  expect(wrong).toEqual([]);
});

test('every number has a clip for each of its parts and ends as a phrase does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: highestSpoken }), (number) => {
      const clips = spokenNumber(number);
      expect(clips.filter((clip) => !voiceClips.has(clip))).toEqual([]);
      expect(clips.at(-1)).toMatch(/\/end$|^number\//);
      expect(wordsOf(number)).toBe(byDigits(number));
    }),
  );
});

test('what is no number of a queue is refused', () => {
  for (const number of [-1, 1.5, Number.NaN, highestSpoken + 1])
    expect(() => spokenNumber(number)).toThrow(RangeError);
});
