import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, maskPhone, parsePhone } from './phone.ts';

const mobile = { e164: '+905321234567', kind: 'mobile', canReceiveSms: true };

describe('parsePhone', () => {
  it.each([
    '0532 123 45 67',
    '532 123 45 67',
    '+90 532 123 45 67',
    '+90 (532) 123-45-67',
    '+90 0532 123 45 67',
    '90 532 1234567',
    '00905321234567',
    '0 (532) 123.45.67',
    '\u202A+90 532 123 45 67\u202C',
    '0532\u00A0123\u00A045\u00A067',
  ])('reads the mobile number in %j', (input) => {
    expect(parsePhone(input)).toEqual(mobile);
  });

  it.each([
    ['0222 186 00 00', '+902221860000', 'landline'],
    ['0272 123 45 67', '+902721234567', 'landline'],
    ['0850 123 45 67', '+908501234567', 'special'],
    ['444 12 34', '+904441234', 'special'],
  ])('knows that %s cannot receive an SMS', (input, e164, kind) => {
    expect(parsePhone(input)).toEqual({ e164, kind, canReceiveSms: false });
  });

  it.each([
    '',
    '186',
    '0532 123 45 6',
    '0532 123 45 678',
    '+49 151 23456789',
    '0132 123 45 67',
    '0532 abc 45 67',
  ])('refuses %j', (input) => {
    expect(parsePhone(input)).toBeUndefined();
  });

  it('takes 90 for the country code only before a full national number', () => {
    expect(parsePhone('905321234567')).toEqual(mobile);
    expect(parsePhone('9053212345')).toBeUndefined();
  });

  it('reads back every number that it formats', () => {
    const national = fc.oneof(fc.stringMatching(/^[2-58]\d{9}$/), fc.stringMatching(/^444\d{4}$/));
    fc.assert(
      fc.property(national, (digits) => {
        const phone = parsePhone(digits);
        expect(phone?.e164).toBe(`+90${digits}`);
        expect(parsePhone(formatPhone(`+90${digits}`))).toEqual(phone);
        expect(parsePhone(`+90${digits}`)).toEqual(phone);
      }),
    );
  });
});

describe('formatPhone', () => {
  it('groups the digits as they are read aloud', () => {
    expect(formatPhone('+905321234567')).toBe('0532 123 45 67');
    expect(formatPhone('+904441234')).toBe('444 12 34');
  });

  it('leaves what is no Turkish number as it is', () => {
    expect(formatPhone('+4915123456789')).toBe('+4915123456789');
  });
});

describe('maskPhone', () => {
  it.each([
    ['+905321231234', '05•• ••• 12 34'],
    ['+902221860000', '02•• ••• 00 00'],
    ['+904441234', '444 •• 34'],
    ['garbled', '•••••••'],
  ])('shows %s as %s', (e164, masked) => {
    expect(maskPhone(e164)).toBe(masked);
  });
});
