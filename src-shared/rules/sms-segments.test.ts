import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments, normaliseSmsText } from './sms-segments.ts';

const sample =
  'Sayın Ahmet Y., başvurunuz 26-2026-0001234 no ile kayda alındı. Takip kodu: K7M4-9QX2. Takip: oedas.com.tr/takip OEDAŞ 186';

describe('countSegments', () => {
  it('counts the sample of a registration message as 127 septets in one segment', () => {
    expect(sample).toHaveLength(122);
    expect(countSegments(sample)).toEqual({
      alphabet: 'gsm7-turkish',
      units: 127,
      segments: 1,
      remaining: 28,
    });
  });

  it.each([
    ['gsm7', 'a', 160, 153],
    ['ucs2', 'ж', 70, 67],
  ])('puts %s texts into one segment or several smaller ones', (alphabet, letter, single, part) => {
    expect(countSegments(letter.repeat(single))).toMatchObject({ alphabet, segments: 1, remaining: 0 });
    expect(countSegments(letter.repeat(single + 1))).toMatchObject({
      segments: 2,
      remaining: 2 * part - single - 1,
    });
    expect(countSegments(letter.repeat(2 * part))).toMatchObject({ segments: 2, remaining: 0 });
    expect(countSegments(letter.repeat(2 * part + 1))).toMatchObject({ segments: 3, remaining: part - 1 });
  });

  it('takes the Turkish header from every segment', () => {
    const turkish = (units: number): string => `ş${'a'.repeat(units - 2)}`;
    expect(countSegments(turkish(155))).toMatchObject({
      alphabet: 'gsm7-turkish',
      segments: 1,
      remaining: 0,
    });
    expect(countSegments(turkish(156))).toMatchObject({ segments: 2, remaining: 2 * 149 - 156 });
    expect(countSegments(turkish(298))).toMatchObject({ segments: 2, remaining: 0 });
    expect(countSegments(turkish(299))).toMatchObject({ segments: 3, remaining: 148 });
  });

  it.each([...'ĞİŞçğış'])('counts %s as two septets of the Turkish alphabet', (letter) => {
    expect(countSegments(letter)).toMatchObject({ alphabet: 'gsm7-turkish', units: 2 });
  });

  it.each([...'öÖüÜÇéàñ@£$¥èùìòØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÑ§¿ä\n\r'])('counts %j as one septet', (letter) => {
    expect(countSegments(letter)).toMatchObject({ alphabet: 'gsm7', units: 1 });
  });

  it.each([...'\f^{}\\[~]|€'])('counts %j as two septets of the plain alphabet', (letter) => {
    expect(countSegments(letter)).toMatchObject({ alphabet: 'gsm7', units: 2 });
  });

  it.each(['’', '…', '–', 'â', 'î', 'û', '₺', '`', '😀', '\u001B'])('needs UCS-2 for %j', (letter) => {
    expect(countSegments(`Başvurunuz ${letter}`).alphabet).toBe('ucs2');
  });

  it('does not cut a two-septet character at the end of a segment', () => {
    const text = `${'a'.repeat(152)}€${'a'.repeat(152)}`;
    expect(countSegments(text)).toMatchObject({ units: 306, segments: 3, remaining: 152 });
  });

  it('does not cut a surrogate pair at the end of a segment', () => {
    expect(countSegments('😀'.repeat(67))).toMatchObject({ units: 134, segments: 3, remaining: 65 });
  });

  it('sends nothing for an empty text', () => {
    expect(countSegments('')).toEqual({ alphabet: 'gsm7', units: 0, segments: 0, remaining: 160 });
  });

  it('never needs fewer segments for a longer text, nor fewer than its units fill', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abÇçşİ€^😀 '), maxLength: 400 });
    fc.assert(
      fc.property(text, text, (head, tail) => {
        const whole = countSegments(head + tail);
        expect(whole.segments).toBeGreaterThanOrEqual(countSegments(head).segments);
        const single = { gsm7: 160, 'gsm7-turkish': 155, ucs2: 70 }[whole.alphabet];
        const part = { gsm7: 153, 'gsm7-turkish': 149, ucs2: 67 }[whole.alphabet];
        const least = whole.units <= single ? Math.min(whole.units, 1) : Math.ceil(whole.units / part);
        expect(whole.segments).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});

describe('normaliseSmsText', () => {
  it('keeps a text from a word processor out of UCS-2', () => {
    const text = '“Kâğıt” – OEDAŞ’ın… 1.500\u00A0₺ Hakkâri, millî, sükûn\u200B';
    expect(normaliseSmsText(text)).toBe('"Kağıt" - OEDAŞ\'ın... 1.500 TL Hakkari, milli, sükun');
    expect(countSegments(normaliseSmsText(text)).alphabet).toBe('gsm7-turkish');
  });

  it('composes letters, so that a decomposed ş does not cost a segment', () => {
    expect(countSegments(normaliseSmsText('bas\u0327vuru')).alphabet).toBe('gsm7-turkish');
  });

  it('leaves Turkish letters and line breaks as they are', () => {
    expect(normaliseSmsText('ĞÜŞİÖÇ\nğüşıöç')).toBe('ĞÜŞİÖÇ\nğüşıöç');
  });
});
