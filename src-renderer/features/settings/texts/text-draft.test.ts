import { expect, test } from 'vitest';
import { publishedText, textSchema } from '../../../../src-shared/rules/texts.ts';
import { aConsent } from '../../../../src-shared/testing/texts.ts';
import { atTextFields, contentOf, daysOf, draftOfVersion, mended } from './text-draft.ts';

const draft = draftOfVersion(publishedText(textSchema.parse({ ...aConsent(), version: 3 }), () => 'a1'));

test('what a version holds comes back as it was, without its days', () => {
  const { validFrom: _from, validTo: _to, ...content } = aConsent();
  expect(contentOf(draft)).toEqual(content);
  expect(draft).toMatchObject({ validFrom: '', validTo: '', after: 3, isNew: false });
});

test('an empty line parts paragraphs, a single break does not, and blanks at the ends go', () => {
  const body = '\nBirinci paragraf\niki satırda.\n \n\nİkinci.  \n';
  const { body: paragraphs } = contentOf({ ...draft, body });
  expect(paragraphs).toEqual(['Birinci paragraf iki satırda.', 'İkinci.']);
});

test('days are read as they are typed here, and no end is an end of its own', () => {
  const days = daysOf({ ...draft, validFrom: '1.4.2026', validTo: '' }, '2026-03-10');
  expect(days).toEqual({ validFrom: '2026-04-01', validTo: null });
  expect(daysOf({ ...draft, validFrom: 'yakında', validTo: '31.02.2026' }, '2026-03-10')).toEqual({
    validFrom: undefined,
    validTo: undefined,
  });
});

test('what the core refuses stands at the field that holds it', () => {
  const refused = { 'text.body.2': 'Boş paragraf olamaz.', purpose: 'Amaç belirli olmalı.' };
  expect(atTextFields(refused)).toEqual({ body: 'Boş paragraf olamaz.', purpose: 'Amaç belirli olmalı.' });
});

test('a refused field counts as mended once something else stands in it', () => {
  const errors = { title: 'Başlık yazılmalı.', purpose: 'Amaç belirli olmalı.' };
  expect(mended(errors, draft, { ...draft, title: 'Yeni' })).toEqual({ purpose: 'Amaç belirli olmalı.' });
});
