import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phrasesOf, sentenceOf } from './announcement.ts';
import { highestSpoken } from './spoken-number.ts';
import { placeNouns, voiceClips } from './voice-clips.ts';

describe('a call is said as its label, then its place', () => {
  test.each([
    ['A105', 'Banko 2', 'A yüz beş, iki numaralı banko'],
    ['A105', 'Görüşme Odası 1', 'A yüz beş, bir numaralı görüşme odası'],
    ['A40101', 'BANKO 12', 'A kırk bin yüz bir, on iki numaralı banko'],
    ['Ç7', '3. Gişe', 'Çe yedi, üç numaralı gişe'],
    ['Ğ20', 'GİŞE 3', 'Yumuşak ge yirmi, üç numaralı gişe'],
    ['I1', '2 numaralı masa', 'I bir, iki numaralı masa'],
    ['İ1', 'Vezne No: 4', 'İ bir, dört numaralı vezne'],
    ['B101', 'Çözüm Noktası 5', 'Be yüz bir, beş numaralı çözüm noktası'],
    ['B101', 'Banko 2 (engelli)', 'Be yüz bir, iki numaralı banko'],
  ])('%s at %s: "%s"', (label, placeName, sentence) => {
    expect(sentenceOf({ label, placeName })).toBe(sentence);
  });
});

describe('a place is never said wrongly', () => {
  test.each([
    'Danışma',
    'Banko',
    'Banko 2A',
    'Banko 1-2',
    '2. Kat Görüşme Odası',
    'Kat 2 Oda 5',
    'Danışma Bankosu 1',
    'Turkuaz Oda',
    '',
  ])('at "%s" whoever waits is asked to look', (placeName) => {
    expect(sentenceOf({ label: 'A105', placeName })).toBe('A yüz beş, lütfen ekrana bakınız');
  });

  test('nor where nobody knows it, nor a label that has no clips', () => {
    expect(sentenceOf({ label: 'A105', placeName: null })).toBe('A yüz beş, lütfen ekrana bakınız');
    for (const label of ['105', 'AB105', 'a105', 'Ж105', 'A', 'A-105', 'A12345678'])
      expect(phrasesOf({ label, placeName: 'Banko 2' })).toEqual([['look']]);
  });
});

test('every letter of a category, every number and every kind of place has its clips', () => {
  const letter = fc.constantFrom(...'ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ');
  const number = fc.integer({ min: 1, max: 9_999_999 });
  const place = fc.tuple(fc.constantFrom(...placeNouns), fc.integer({ min: 1, max: 999 }));
  fc.assert(
    fc.property(letter, number, place, (category, count, [noun, no]) => {
      const phrases = phrasesOf({ label: `${category}${count}`, placeName: `${noun} ${no}` });
      expect(phrases).toHaveLength(2);
      expect(phrases.flat().filter((clip) => !voiceClips.has(clip))).toEqual([]);
      expect(phrases.flat()).not.toContain('look');
    }),
  );
  expect(highestSpoken).toBeGreaterThan(9_999_999);
});

test('whatever a place is called, something is said and nothing breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (placeName) => {
      const clips = phrasesOf({ label: 'A105', placeName }).flat();
      expect(clips.filter((clip) => !voiceClips.has(clip))).toEqual([]);
    }),
  );
});
