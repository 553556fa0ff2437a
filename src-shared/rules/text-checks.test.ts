import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import convictionFile from '../../assets/texts/consent-conviction-documents.json' with { type: 'json' };
import healthFile from '../../assets/texts/consent-health-documents.json' with { type: 'json' };
import lifeSupportFile from '../../assets/texts/consent-life-support.json' with { type: 'json' };
import lifeSupportEnFile from '../../assets/texts/consent-life-support-en.json' with { type: 'json' };
import noticeFile from '../../assets/texts/privacy-notice.json' with { type: 'json' };
import noticeEnFile from '../../assets/texts/privacy-notice-en.json' with { type: 'json' };
import { aConsent, aNotice } from '../testing/texts.ts';
import { replacedBy, textFaults, warningsOf } from './text-checks.ts';
import { publishedText, textSchema } from './texts.ts';

const shipped = [
  noticeFile,
  noticeEnFile,
  lifeSupportFile,
  lifeSupportEnFile,
  healthFile,
  convictionFile,
].map((file) => textSchema.parse(file));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const versions = shipped.map((text) => publishedText(text, sha256));
const around = { versions, today: '2026-03-10' };

describe('the shipped texts', () => {
  it.each(shipped.map((text) => [`${text.code} ${text.language}`, text] as const))(
    '%s could be published as it is, lacks nothing and is marked as a draft',
    (_name, { version: _version, ...text }) => {
      const fromToday = { ...text, validFrom: around.today };
      expect(textFaults(fromToday, around)).toEqual([]);
      expect(warningsOf(fromToday)).toEqual([]);
      expect(text.draft).toBe(true);
      expect(text.body[0]).toMatch(/^(TASLAK|DRAFT):/);
    },
  );

  it('ask for consent each for a purpose of its own', () => {
    const purposes = shipped
      .filter(({ kind, language }) => kind === 'consent' && language === 'tr')
      .map(({ purposeCode }) => purposeCode);
    expect(new Set(purposes).size).toBe(3);
  });
});

describe('an edited text is refused', () => {
  const coming = publishedText(
    { ...textSchema.parse(noticeFile), language: 'de', version: 2, validFrom: '2026-05-01' },
    sha256,
  );

  it.each([
    ['beginning before today', aNotice({ validFrom: '2026-03-09' }), 'validFrom', /bugünden önce/],
    ['ending before it begins', aConsent({ validTo: '2026-03-09' }), 'validTo', /ilk gününden önce/],
    ['ending as the counter’s notice', aNotice({ validTo: '2027-01-01' }), 'validTo', /sonu olmaz/],
    [
      'running into a version that begins',
      aNotice({ language: 'de', validTo: '2026-05-01' }),
      'validTo',
      /^Sürüm 2 01\.05\.2026 günü başlıyor/,
    ],
    ['with a code of the other kind', aConsent({ code: noticeFile.code }), 'kind', /başka türde/],
    ['as a consent without a purpose', aConsent({ purpose: '' }), 'purpose', /açıkça yazılmalı/],
    [
      'as a consent with a vague purpose',
      aConsent({ purpose: 'Her türlü iş ve işlemin yürütülmesi' }),
      'purpose',
      /“her türlü”/,
    ],
    ['as a consent without a code of its purpose', aConsent({ purposeCode: '' }), 'purposeCode', /amaç kodu/],
    ['as a consent to no data', aConsent({ dataCategories: [] }), 'dataCategories', /hangi verileri/],
    [
      'as a notice in which somebody consents',
      aNotice({ body: ['Verilerimin işlenmesine rıza veriyorum.'] }),
      'body',
      /ayrı bir metinle/,
    ],
    [
      'as a consent in which somebody says to be informed',
      aConsent({ body: ['Aydınlatma metnini okudum; aranmayı istiyorum.'] }),
      'body',
      /aydınlatma onaylatılmaz/,
    ],
  ])('%s', (_what, text, path, message) => {
    const faults = textFaults(text, { ...around, versions: [...versions, coming] });
    expect(faults).toEqual([{ path, message: expect.stringMatching(message) }]);
  });
});

describe('whoever edits is warned', () => {
  it('of everything that a notice does not say', () => {
    expect(warningsOf(aNotice({ body: ['Merhaba.'] }))).toEqual([
      'no_controller',
      'no_purpose',
      'no_recipients',
      'no_method',
      'no_rights',
    ]);
  });

  it('of a consent that does not say that it is free, or on which ground it stands', () => {
    expect(warningsOf(aConsent({ body: ['Sizi arayalım.'], legalGrounds: ['6698 md. 5/2-f'] }))).toEqual([
      'no_withdrawal',
      'no_refusal',
      'no_consent_ground',
    ]);
    expect(warningsOf(aConsent())).toEqual([]);
  });

  it('of a text that calls itself a draft and is not marked as one', () => {
    expect(warningsOf(aNotice({ draft: false }))).toEqual(['says_draft']);
  });

  it('of a coming version whose place it takes', () => {
    const coming = publishedText(
      { ...textSchema.parse(noticeFile), version: 2, validFrom: '2026-05-01' },
      sha256,
    );
    const beside = { ...around, versions: [...versions, coming] };
    expect(replacedBy(aNotice({ validFrom: '2026-05-01' }), beside)).toEqual([coming]);
    expect(replacedBy(aNotice({ validFrom: '2026-05-02' }), beside)).toEqual([]);
    expect(replacedBy(aNotice({ validFrom: '2026-05-01', language: 'en' }), beside)).toEqual([]);
  });
});
