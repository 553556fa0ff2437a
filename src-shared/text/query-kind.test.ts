import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyQuery } from './query-kind.ts';
import { formatTrackingCode, makeTrackingCode, parseTrackingCode } from './tracking-code.ts';

const trackingCode = makeTrackingCode(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
const kinds = (text: string): readonly string[] => classifyQuery(text).map((candidate) => candidate.kind);

describe('classifyQuery', () => {
  it.each(['26-2026-0100001', '26 2026 0100001', '2620260100001', '26/2026/0100001', '26*2026*0100001'])(
    'reads %j as an application number and nothing else',
    (text) => {
      expect(classifyQuery(text)).toEqual([{ kind: 'applicationNo', applicationNo: '26-2026-0100001' }]);
    },
  );

  it('takes branch codes of two to four digits', () => {
    expect(classifyQuery('2601-2026-0100001')).toEqual([
      { kind: 'applicationNo', applicationNo: '2601-2026-0100001' },
    ]);
    expect(kinds('26011-2026-0100001')).toEqual(['words']);
  });

  it('reads a tracking code in any case, and still offers it as a word', () => {
    expect(classifyQuery(formatTrackingCode(trackingCode).toLowerCase())[0]).toEqual({
      kind: 'trackingCode',
      trackingCode,
    });
    expect(kinds(trackingCode)).toEqual(['trackingCode', 'words']);
  });

  it('offers a valid TCKN first as an identity number, then as an installation number', () => {
    expect(classifyQuery('100 000 001 46')).toEqual([
      { kind: 'identityNumber', identityNumber: '10000000146', type: 'tckn' },
      { kind: 'digits', digits: '10000000146' },
    ]);
  });

  it('offers eleven digits that are no TCKN as an installation number alone', () => {
    expect(classifyQuery('10000091010')).toEqual([{ kind: 'digits', digits: '10000091010' }]);
  });

  it('offers ten digits as tax number, landline and installation number', () => {
    expect(classifyQuery('4540536920')).toEqual([
      { kind: 'identityNumber', identityNumber: '4540536920', type: 'vkn' },
      { kind: 'phone', e164: '+904540536920' },
      { kind: 'digits', digits: '4540536920' },
    ]);
  });

  it('reads a phone number as people write it', () => {
    expect(classifyQuery('+90 (532) 123 45 67')).toEqual([{ kind: 'phone', e164: '+905321234567' }]);
    expect(kinds('0532 123 45 67')).toEqual(['phone', 'digits']);
  });

  it('puts an all-digit tracking code behind the installation number', () => {
    const code = [...'23456789'].map((last) => `22222222222${last}`).find(parseTrackingCode);
    expect(code).toBe('222222222222');
    expect(kinds('222222222222')).toEqual(['digits', 'trackingCode']);
  });

  it('folds words as the search index does', () => {
    expect(classifyQuery(' IŞIK  Sok. 12 ')).toEqual([{ kind: 'words', words: 'isik sok 12' }]);
  });

  it('takes fewer than five digits for a word, such as a house or pole number', () => {
    expect(classifyQuery('1234')).toEqual([{ kind: 'words', words: '1234' }]);
  });

  it.each(['', '   ', '\u00A0', '…'])('finds nothing to search in %j', (text) => {
    expect(classifyQuery(text)).toEqual([]);
  });

  it('names each kind at most once whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 ()+-]{0,18}$/)), (text) => {
        const found = kinds(text);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
