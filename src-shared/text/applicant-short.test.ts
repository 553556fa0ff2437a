import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicantShort, applicantShortLength } from './applicant-short.ts';

describe('applicantShort', () => {
  it.each([
    ['Ahmet Yılmaz', 'Ahmet Y.'],
    ['Ahmet Can Yılmaz', 'Ahmet Can Y.'],
    ['  İSMAİL   ŞAHİN ', 'İSMAİL Ş.'],
    ['Abdurrahman Muhammed Şükrü Çelik', 'Abdurrahman Ç.'],
    ['Madonna', 'Madonna'],
    ['', ''],
  ])('addresses the person %j as %j', (name, short) => {
    expect(applicantShort(name, false)).toBe(short);
  });

  it.each([
    ['Güneş Gıda San. ve Tic. Ltd. Şti.', 'Güneş Gıda San. ve'],
    ['Elektrikmakineleriimalatı A.Ş.', 'Elektrikmakineleriim'],
    ['Muhtarlık', 'Muhtarlık'],
  ])('addresses the organisation %j as %j', (name, short) => {
    expect(applicantShort(name, true)).toBe(short);
  });

  it('never grows beyond its limit nor shows a whole surname of several letters', () => {
    const word = fc.stringMatching(/^[A-ZÇĞİÖŞÜ][a-zçğıöşü]{1,29}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), fc.boolean(), (words, isOrganisation) => {
        const short = applicantShort(words.join(' '), isOrganisation);
        expect(short.length).toBeLessThanOrEqual(applicantShortLength);
        if (!isOrganisation) expect(short).toMatch(/ [A-ZÇĞİÖŞÜ]\.$/);
      }),
    );
  });
});
