import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import noticeFile from '../../assets/texts/privacy-notice.json' with { type: 'json' };
import {
  canonicalText,
  inForceOn,
  languagesTried,
  nextAfter,
  noticeFor,
  type PublishedText,
  publishedText,
  textFor,
  textSchema,
  withShipped,
  writtenText,
} from './texts.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the records of applications hold that were taken before texts were versioned by the branch. */
const hashOnRecord = 'e8611d415f4c4ebc7f4bb2503f1694f37f1173ecf5be909f8c214bae857ebbe8';

const shipped = publishedText(textSchema.parse(noticeFile), sha256);

function version(number: number, changes: Partial<PublishedText> = {}): PublishedText {
  const text = textSchema.parse({ ...noticeFile, version: number });
  return { ...publishedText(text, sha256), ...changes };
}

describe('the canonical text', () => {
  it('of the shipped notice has the hash that earlier records point at', () => {
    expect(shipped.hash).toBe(hashOnRecord);
  });

  it('is the same however the members are ordered, and another as soon as a letter is', () => {
    const text = writtenText(shipped);
    const turned = Object.fromEntries(Object.entries(text).toReversed());
    expect(canonicalText(textSchema.parse(turned))).toBe(canonicalText(text));
    expect(canonicalText({ ...text, title: `${text.title}.` })).not.toBe(canonicalText(text));
  });

  it.each([
    ['kind', { kind: 'consent' as const }],
    ['purpose', { purpose: 'Başvurunun sonuçlandırılması' }],
    ['purpose code', { purposeCode: 'application_handling' }],
    ['data categories', { dataCategories: ['Kimlik'] }],
    ['last day', { validTo: '2027-01-01' }],
  ])('says the %s where there is one', (_what, change) => {
    const text = writtenText(shipped);
    expect(canonicalText({ ...text, ...change })).not.toBe(canonicalText(text));
  });

  it('stays what was written where two PCs that were apart gave one number', () => {
    const third = publishedText({ ...writtenText(shipped), version: 2 }, sha256, 3);
    expect([third.version, third.writtenVersion]).toEqual([3, 2]);
    expect(sha256(canonicalText(writtenText(third)))).toBe(third.hash);
  });
});

describe('in force on a day', () => {
  const first = version(1, { validFrom: '2026-01-01' });
  const second = version(2, { validFrom: '2026-07-01' });

  it('is the version that began last, from its first day on', () => {
    expect(inForceOn([second, first], '2025-12-31')).toBeUndefined();
    expect(inForceOn([second, first], '2026-06-30')).toBe(first);
    expect(inForceOn([second, first], '2026-07-01')).toBe(second);
  });

  it('is the later of two that begin on one day, so that one not begun can be replaced', () => {
    const third = version(3, { validFrom: '2026-07-01' });
    expect(inForceOn([third, first, second], '2026-07-01')).toBe(third);
    expect(nextAfter([third, first, second], '2026-06-30')).toBe(third);
    expect(nextAfter([third, first, second], '2026-07-01')).toBeUndefined();
  });

  it('is none once the version that began last has ended, and the one before does not come back', () => {
    const ended = version(2, { validFrom: '2026-07-01', validTo: '2026-07-31' });
    expect(inForceOn([first, ended], '2026-07-31')).toBe(ended);
    expect(inForceOn([first, ended], '2026-08-01')).toBeUndefined();
  });

  it('is in the wanted language, in it without its region, or else in Turkish', () => {
    const english = version(1, { language: 'en', validFrom: '2026-02-01' });
    const texts = [first, english];
    const inLanguage = (language: string, day: string) =>
      textFor(texts, { code: first.code, language, day })?.language;
    expect(languagesTried('en-GB')).toEqual(['en-GB', 'en', 'tr']);
    expect(inLanguage('en-GB', '2026-02-01')).toBe('en');
    expect(inLanguage('en', '2026-01-31')).toBe('tr');
    expect(inLanguage('ar', '2026-02-01')).toBe('tr');
    expect(inLanguage('tr', '2025-02-01')).toBeUndefined();
  });

  it('is a notice even where it has ended, since nobody is taken down uninformed', () => {
    const ended = version(2, { validFrom: '2026-07-01', validTo: '2026-07-31' });
    expect(noticeFor([first, ended], '2026-09-01')).toBe(ended);
  });

  it('is never a shipped version beside one of its number or an earlier one of the branch', () => {
    const shippedLater = version(3, { validFrom: '2026-09-01' });
    expect(withShipped([first, shippedLater], [second])).toEqual([first, second]);
    expect(withShipped([first, shippedLater], [])).toEqual([first, shippedLater]);
  });
});
