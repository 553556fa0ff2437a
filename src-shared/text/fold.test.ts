import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareTurkish,
  foldTurkish,
  lowerTurkish,
  normaliseInput,
  normaliseMultiline,
  upperTurkish,
} from './fold.ts';

const turkishText = fc.string({
  unit: fc.constantFrom(...'abcçdefgğhıijklmnoöprsştuüvyzABCÇĞIİÖŞÜ âîû.-/0123456789\u0307\u00A0'),
});

describe('foldTurkish', () => {
  it.each(['IŞIK Sok.', 'ışık sok', 'isik sok', 'Işık  SOK', 'ışık\u00A0sok', 'IS\u0327IK SOK'])(
    'finds "ışık sok" in %j',
    (text) => {
      expect(foldTurkish(text)).toBe('isik sok');
    },
  );

  it.each([
    ['i\u0307stanbul', 'istanbul'],
    ['İSTANBUL', 'istanbul'],
    ['Kâzım', 'kazim'],
    ['Ğ ğ Ü ü Ç ç Ö ö', 'g g u u c c o o'],
    ["A-105'e", 'a 105 e'],
    ['№5', 'no5'],
    ['  …  ', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldTurkish(text)).toBe(folded);
  });

  it('changes nothing when applied twice', () => {
    fc.assert(fc.property(turkishText, (text) => foldTurkish(foldTurkish(text)) === foldTurkish(text)));
  });

  it('gives one key whatever the case and the Unicode form', () => {
    fc.assert(
      fc.property(turkishText, (text) => {
        const key = foldTurkish(text);
        expect(foldTurkish(upperTurkish(text))).toBe(key);
        expect(foldTurkish(lowerTurkish(text))).toBe(key);
        expect(foldTurkish(text.normalize('NFD'))).toBe(key);
      }),
    );
  });

  it('yields only ASCII letters, digits and single inner spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        /^$|^[a-z0-9]+( [a-z0-9]+)*$/.test(foldTurkish(text)),
      ),
    );
  });
});

describe('Turkish casing', () => {
  it('keeps dotted and dotless i apart', () => {
    expect(lowerTurkish('ISPARTA İL')).toBe('ısparta il');
    expect(upperTurkish('ısparta il')).toBe('ISPARTA İL');
  });

  it('lower-cases a decomposed İ to one code point', () => {
    expect(lowerTurkish('I\u0307zmir')).toBe('izmir');
  });
});

describe('normaliseInput', () => {
  it('trims non-breaking spaces, collapses inner ones and composes letters', () => {
    expect(normaliseInput('\u00A0 Ays\u0327e \u00A0\t  Yılmaz\u200B \u00A0')).toBe('Ayşe Yılmaz');
  });

  it('drops the direction marks that a phone book adds', () => {
    expect(normaliseInput('\u202A0532 123 45 67\u202C')).toBe('0532 123 45 67');
  });

  it('changes nothing when applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseInput(normaliseInput(text))).toBe(normaliseInput(text));
      }),
    );
  });
});

describe('normaliseMultiline', () => {
  it('keeps paragraphs and drops the rest of the white space', () => {
    expect(normaliseMultiline(' Direk  eğik.\r\n\r\n\r\n\r\nAcil. \n')).toBe('Direk eğik.\n\nAcil.');
  });
});

describe('compareTurkish', () => {
  it('sorts by the Turkish alphabet', () => {
    const sorted = 'cam Çınar g ğ ıhlamur Işık iğde İnönü Oğuz Öz sal şal uzun üzüm zeytin'.split(' ');
    expect(sorted.toReversed().sort(compareTurkish)).toEqual(sorted);
  });

  it('sorts numbers inside names by value', () => {
    expect(['Banko 10', 'Banko 9'].sort(compareTurkish)).toEqual(['Banko 9', 'Banko 10']);
  });
});
