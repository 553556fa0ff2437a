import { describe, expect, it } from 'vitest';
import { registerInputSchema } from '../../src-shared/contract/application-register.ts';
import { fail } from '../../src-shared/contract/errors.ts';
import { errorSentencesEn } from './errors-en.ts';
import { crmNoticeIn, crmTroubleIn, failureIn, fieldIn, gapIn } from './in-language.ts';

describe('a refusal', () => {
  const refused = fail('invalid_input', [
    { path: 'applicant.phone', message: 'Telefon numarası geçersiz. Örnek: 0532 123 45 67' },
    { path: 'topicFields.poleNo', message: 'Direk numarası yazılmalı.' },
    { path: 'surprise', message: 'Bu alan tanınmıyor.' },
  ]).error;

  it('is the core’s own in Turkish', () => {
    expect(failureIn('tr', refused)).toBe(refused);
  });

  it('is told by its code in English, and each field by what it expects', () => {
    expect(failureIn('en', { ...refused, reference: 'a1b2c3d4' })).toEqual({
      code: 'invalid_input',
      message: 'Some fields need correcting.',
      reference: 'a1b2c3d4',
      fields: [
        {
          path: 'applicant.phone',
          message: 'A number that can get SMS is needed, such as 0532 123 45 67.',
        },
        { path: 'topicFields.poleNo', message: 'This topic needs this detail, or in another form.' },
        { path: 'surprise', message: 'This field is missing, or not in the form that is expected.' },
      ],
    });
  });

  it('has an English sentence of its own, whatever went wrong', () => {
    const sentences = Object.values(errorSentencesEn);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((sentence) => /[çğıöşü]/i.test(sentence))).toEqual([]);
  });
});

it('the fields of an empty form are told in English without the general sentence', () => {
  const issues = registerInputSchema.safeParse({ applicant: {}, notice: {} }).error?.issues ?? [];
  const general = fieldIn('en', { path: '', message: '' }).message;
  const said = issues.map(({ path, message }) => fieldIn('en', { path: path.join('.'), message }));
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter(({ message }) => message === general)).toEqual([]);
});

it('what keeps an application from being closed is told in both languages', () => {
  const gap = { code: 'call', sentence: 'Başvuru sahibi aranmalı.' } as const;
  expect(gapIn('tr', gap)).toBe('Başvuru sahibi aranmalı.');
  expect(gapIn('en', gap)).toBe('The consumer wants to be called and has not been since the answer.');
});

describe('a notice of the exchange with the CRM', () => {
  const notice = {
    at: '2026-03-10T07:00:00.000Z',
    sentence: 'Deftere bakın.',
    isForked: true,
    unverified: 3,
  };

  it('is the core’s own in Turkish, and told by what happened in English', () => {
    expect(crmNoticeIn('tr', notice)).toBe('Deftere bakın.');
    expect(crmNoticeIn('en', notice)).toMatch(/^This computer has worked .* 3 records from the CRM /);
    expect(crmNoticeIn('en', { ...notice, isForked: false })).toMatch(/^3 records /);
    expect(crmNoticeIn('en', { ...notice, unverified: 0 })).not.toMatch(/from the CRM/);
  });

  it('is said as the trouble where there is no other', () => {
    const online = { state: 'online', trouble: notice.sentence, notice } as const;
    expect(crmTroubleIn('en', online)).toBe(crmNoticeIn('en', notice));
    const offline = { state: 'offline', trouble: 'CRM’e ulaşılamıyor.', notice } as const;
    expect(crmTroubleIn('en', offline)).toBe(errorSentencesEn.crm_unreachable);
  });
});
