import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatTrackingCode,
  makeTrackingCode,
  parseTrackingCode,
  trackingAlphabet,
  trackingRandomBytes,
} from './tracking-code.ts';

// Zeros at the end make sure that enough bytes are below 248 whatever the generator draws.
const randomBytes = fc
  .uint8Array({ minLength: trackingRandomBytes, maxLength: trackingRandomBytes })
  .map((bytes) => Uint8Array.from([...bytes, ...new Uint8Array(11)]));
const anyCode = randomBytes.map(makeTrackingCode);

function swap(code: string, i: number, j: number): string {
  const characters = Array.from(code);
  const first = characters[i] ?? '';
  characters[i] = characters[j] ?? '';
  characters[j] = first;
  return characters.join('');
}

describe('trackingAlphabet', () => {
  it('holds 31 different ASCII characters, none of them easily confused', () => {
    expect(new Set(trackingAlphabet).size).toBe(31);
    expect(trackingAlphabet).toMatch(/^[2-9A-HJKMNP-Z]+$/);
  });
});

describe('makeTrackingCode', () => {
  it('makes 12 characters of the alphabet that read back as themselves', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
        expect(parseTrackingCode(code)).toBe(code);
      }),
    );
  });

  it('gives each character the same number of the 256 byte values, and skips the rest', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 248; byte += 1) {
      const first = makeTrackingCode(new Uint8Array(trackingRandomBytes).fill(byte)).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(new Array(31).fill(8));
    const withUnfair = Uint8Array.from([248, 255, ...new Uint8Array(trackingRandomBytes).fill(1)]);
    expect(makeTrackingCode(withUnfair)).toBe(makeTrackingCode(new Uint8Array(trackingRandomBytes).fill(1)));
  });

  it('throws rather than make a weaker code from too few or unusable bytes', () => {
    expect(() => makeTrackingCode(new Uint8Array(trackingRandomBytes - 1))).toThrow(RangeError);
    expect(() => makeTrackingCode(new Uint8Array(trackingRandomBytes).fill(255))).toThrow(RangeError);
  });
});

describe('parseTrackingCode', () => {
  it('refuses every code in which one character is wrong', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let place = 0; place < 12; place += 1) {
          for (const character of trackingAlphabet) {
            if (character === code[place]) continue;
            expect(
              parseTrackingCode(code.slice(0, place) + character + code.slice(place + 1)),
            ).toBeUndefined();
          }
        }
      }),
    );
  });

  it('refuses every code in which two different characters are swapped, adjacent or not', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let i = 0; i < 12; i += 1) {
          for (let j = i + 1; j < 12; j += 1) {
            if (code[i] === code[j]) continue;
            expect(parseTrackingCode(swap(code, i, j))).toBeUndefined();
          }
        }
      }),
    );
  });

  it('accepts any case, spaces, dashes and a mistyped Turkish letter', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(parseTrackingCode(` ${formatTrackingCode(code).toLowerCase()} `)).toBe(code);
        expect(parseTrackingCode(Array.from(code).join(' '))).toBe(code);
        expect(parseTrackingCode(formatTrackingCode(code).replaceAll('-', '*'))).toBe(code);
        expect(parseTrackingCode(code.replaceAll('S', 'ş').replaceAll('C', 'Ç'))).toBe(code);
      }),
    );
  });

  it.each([...'ıiİI1lLoO0'])('refuses %j, since no character can be meant by it', (character) => {
    const replaced = Array.from(trackingAlphabet, (_, index) =>
      parseTrackingCode(`2222${trackingAlphabet.charAt(index)}22222${character}2`),
    );
    expect(replaced.every((code) => code === undefined)).toBe(true);
  });

  it.each(['', 'K7M4-9QX2', 'K7M4-9QX2-ABCDE', 'ﬁ22222222222', 'ſ22222222222', 'ß2222222222'])(
    'refuses %j',
    (input) => {
      expect(parseTrackingCode(input)).toBeUndefined();
    },
  );
});

describe('formatTrackingCode', () => {
  it('parts the code in groups of four', () => {
    expect(formatTrackingCode('K7M49QX2ABCD')).toBe('K7M4-9QX2-ABCD');
  });
});
