import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTckn, isVkn, maskIdentityNumber } from './identity-number.ts';

const otherDigit = (digit: string, step: number): string => String((Number(digit) + step) % 10);

describe('isTckn', () => {
  it.each(['10000000146', '12345678950', '99123456740'])('accepts %s', (text) => {
    expect(isTckn(text)).toBe(true);
  });

  it.each(['12345678901', '1000000014', '010000000146', '00000000000', '1234567895a', '', ' 10000000146'])(
    'refuses %j',
    (text) => {
      expect(isTckn(text)).toBe(false);
    },
  );

  it('refuses a valid number with any one digit changed', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const valid = '12345678950';
        const changed =
          valid.slice(0, place) + otherDigit(valid.charAt(place), step) + valid.slice(place + 1);
        return !isTckn(changed);
      }),
    );
  });

  it('accepts exactly one pair of check digits for any first nine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (firstNine) => {
        const accepted = Array.from({ length: 100 }, (_, n) => `${firstNine}${String(n).padStart(2, '0')}`);
        return accepted.filter(isTckn).length === 1;
      }),
    );
  });
});

describe('isVkn', () => {
  it.each(['4540536920', '1234567890'])('accepts %s', (text) => {
    expect(isVkn(text)).toBe(true);
  });

  it.each(['0000000000', '4540536921', '454053692', '45405369200', 'abcdefghij', ''])(
    'refuses %j',
    (text) => {
      expect(isVkn(text)).toBe(false);
    },
  );

  it('accepts exactly one check digit for any first nine', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (firstNine) => {
        const stem = String(firstNine).padStart(9, '0');
        return Array.from({ length: 10 }, (_, n) => `${stem}${n}`).filter(isVkn).length === 1;
      }),
    );
  });
});

describe('maskIdentityNumber', () => {
  it.each([
    ['12345678901', '123••••••01'],
    ['1234567890', '123•••••90'],
    ['U1234567', '••••••••'],
    ['', ''],
  ])('shows %j as %j', (text, masked) => {
    expect(maskIdentityNumber(text)).toBe(masked);
  });
});
