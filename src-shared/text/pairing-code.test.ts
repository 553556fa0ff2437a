import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPairingCode,
  formatTypedPairingCode,
  makePairingCode,
  pairingAlphabet,
  pairingRandomBytes,
  parsePairingCode,
} from './pairing-code.ts';

const anyCode = fc
  .uint8Array({ minLength: pairingRandomBytes, maxLength: pairingRandomBytes })
  .map(makePairingCode);

describe('makePairingCode', () => {
  it('makes 12 characters that read back as themselves, with and without dashes', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
        expect(parsePairingCode(code)).toBe(code);
        expect(parsePairingCode(formatPairingCode(code))).toBe(code);
      }),
    );
  });

  it('gives each of the 32 characters to as many byte values', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const first = makePairingCode(new Uint8Array(pairingRandomBytes).fill(byte)).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.keys()].sort().join('')).toBe(pairingAlphabet);
    expect(new Set(counts.values())).toEqual(new Set([8]));
  });

  it('throws rather than make a shorter code from too few bytes', () => {
    expect(() => makePairingCode(new Uint8Array(pairingRandomBytes - 1))).toThrow(RangeError);
  });
});

describe('parsePairingCode', () => {
  it.each([
    ['small letters', 'k7m4-9qx2-abcd'],
    ['spaces', ' K7M4 9QX2 ABCD '],
    ['other dashes', 'K7M4–9QX2—ABCD'],
    ['dashes elsewhere', 'K7-M49Q-X2AB-CD'],
  ])('reads a code that was typed with %s', (_, typed) => {
    expect(parsePairingCode(typed)).toBe('K7M49QX2ABCD');
  });

  it.each([...'oO0'])('reads %j as zero', (typed) => {
    expect(parsePairingCode(`K7M4-9QX2-ABC${typed}`)).toBe('K7M49QX2ABC0');
  });

  it.each([...'iIıİlL1'])('reads %j as one, on a Turkish keyboard too', (typed) => {
    expect(parsePairingCode(`K7M4-9QX2-ABC${typed}`)).toBe('K7M49QX2ABC1');
  });

  it.each(['', 'K7M4-9QX2', 'K7M4-9QX2-ABCDE', 'K7M4-9QX2-ABCU', 'K7M4-9QX2-ABCŞ', 'K7M4-9QX2-AB\u{1f600}'])(
    'refuses %j',
    (typed) => {
      expect(parsePairingCode(typed)).toBeUndefined();
    },
  );
});

describe('formatPairingCode', () => {
  it('parts the code in groups of four', () => {
    expect(formatPairingCode('K7M49QX2ABCD')).toBe('K7M4-9QX2-ABCD');
  });
});

describe('formatTypedPairingCode', () => {
  it('groups what was typed so far, and reads letters as they are meant', () => {
    expect(['', 'k7', 'k7m4', 'k7m4-', 'K7M49qx2ab', 'oıl'].map(formatTypedPairingCode)).toEqual([
      '',
      'K7',
      'K7M4',
      'K7M4',
      'K7M4-9QX2-AB',
      '011',
    ]);
  });

  it('drops nothing that was typed', () => {
    expect(formatTypedPairingCode('K7M49QX2ABCDE')).toBe('K7M4-9QX2-ABCD-E');
  });
});
