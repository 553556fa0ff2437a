import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments } from '../../../../src-shared/rules/sms-segments.ts';
import { createInbox } from '../../../testing/sms/handset.ts';
import { createPhones } from '../../../testing/sms/phones.ts';
import { nameAddress, numberAddress } from './messages.ts';
import { type TurkishCoding, textParts } from './text-parts.ts';

function onThePhone(text: string, turkish: TurkishCoding): readonly string[] {
  const phones = createPhones();
  const inbox = createInbox(phones);
  // Parts arrive in any order.
  for (const part of textParts(text, turkish, 7).toReversed())
    inbox.receive({
      source: nameAddress('OEDAS'),
      destination: numberAddress('905321234567'),
      registeredDelivery: 1,
      ...part,
    });
  return phones.received('5321234567');
}

describe('textParts', () => {
  it('leaves a text of the default alphabet in it', () => {
    expect(textParts('Ödeme £5 [ok]', 'ucs2', 7)).toEqual([
      {
        dataCoding: 0,
        esmClass: 0,
        // Ö 5C, £ 01, [ ] as escapes 3C and 3E: 3GPP TS 23.038.
        payload: Buffer.from('5c64656d65200135201b3c6f6b1b3e', 'hex'),
      },
    ]);
  });

  it('writes Turkish letters as UCS-2 in network order', () => {
    expect(textParts('ığ', 'ucs2', 7)).toEqual([
      { dataCoding: 8, esmClass: 0, payload: Buffer.from('0131011f', 'hex') },
    ]);
  });

  it('writes Turkish letters by the single shift table where the profile says so', () => {
    expect(textParts('aşk', 'single_shift', 7)).toEqual([
      // Header: information element 24, table 1. ş is ESC 73.
      { dataCoding: 0, esmClass: 0x40, payload: Buffer.from('03240101611b736b', 'hex') },
    ]);
  });

  it('cuts a long text into parts of one reference', () => {
    const parts = textParts('ş'.repeat(100), 'ucs2', 0xab);
    expect(parts.map(({ payload }) => payload.subarray(0, 6).toString('hex'))).toEqual([
      '050003ab0201',
      '050003ab0202',
    ]);
    expect(parts.map(({ payload }) => payload.length)).toEqual([140, 72]);
    const shifted = textParts('ş'.repeat(100), 'single_shift', 0xab);
    expect(shifted.map(({ payload }) => payload.subarray(0, 9).toString('hex'))).toEqual([
      '080003ab0201240101',
      '080003ab0202240101',
    ]);
  });

  it.each(['ucs2', 'single_shift'] as const)('comes out on the phone as it was written (%s)', (turkish) => {
    const characters = fc.constantFrom(...'abcÇşŞğĞıİöü1 {}€[]\\~^|@£\n🙂é');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 400 }), (picked) => {
        const text = picked.join('');
        expect(onThePhone(text, turkish)).toEqual([text]);
      }),
    );
  });

  it('makes as many parts as the counter was told', () => {
    const characters = fc.constantFrom(...'abcÇşŞğĞıİöü1 {}€');
    fc.assert(
      fc.property(fc.array(characters, { minLength: 1, maxLength: 600 }), (picked) => {
        const text = picked.join('');
        expect(textParts(text, 'single_shift', 7)).toHaveLength(countSegments(text).segments);
      }),
    );
  });
});
