import { describe, expect, test } from 'vitest';
import {
  emailField,
  identityNoField,
  installationNoField,
  line,
  mobileField,
  optional,
  paragraph,
  passwordField,
  phoneField,
  pinField,
  text,
} from './fields.ts';

type Field = typeof identityNoField | ReturnType<typeof optional<string>>;
const sentencesOf = (field: Field, value: unknown) =>
  field.safeParse(value).error?.issues.map((issue) => issue.message);

test('a line is stored with single spaces, composed letters and no invisible marks', () => {
  expect(line(20).parse(' Ays\u0327e\u200b \t Is\u0327ık ')).toBe('Ayşe Işık');
  expect(text(20).parse('  ')).toBe('');
});

test('a line of nothing but invisible marks is empty', () => {
  expect(line(20, 'Ad yazılmalı.').safeParse('\u200b\u00ad').error?.issues[0]?.message).toBe('Ad yazılmalı.');
});

test('the length that counts is the one that is stored', () => {
  expect(line(5).safeParse(`   ${'a'.repeat(5)}   `).success).toBe(true);
  expect(line(5).safeParse('a'.repeat(6)).error?.issues).toMatchObject([
    { message: 'En çok 5 karakter yazılabilir.' },
  ]);
  // U+0958 grows to two letters when it is normalised.
  expect(paragraph(5).safeParse('\u0958'.repeat(4)).success).toBe(false);
});

test('free text keeps its line breaks, and is asked for where it is needed', () => {
  expect(paragraph(50).parse('bir \r\n\r\n\r\n\r\niki ')).toBe('bir\n\niki');
  expect(paragraph(50).parse('  ')).toBe('');
  expect(paragraph(50, 'Konu yazılmalı.').safeParse(' \n ').error?.issues).toMatchObject([
    { message: 'Konu yazılmalı.' },
  ]);
});

describe('an optional field', () => {
  test('is absent where it is null or blank', () => {
    expect([optional(mobileField).parse(null), optional(mobileField).parse('  ')]).toEqual([null, null]);
  });

  test('keeps the sentence of the field itself', () => {
    expect(sentencesOf(optional(mobileField), '12')).toEqual([
      'Telefon numarası geçersiz. Örnek: 0532 123 45 67',
    ]);
  });
});

test.each([
  [identityNoField, '100 000 001 46', '10000000146'],
  [mobileField, '0532 123 45 67', '+905321234567'],
  [phoneField, '0222 230 00 00', '+902222300000'],
  [emailField, ' a@ornek.com ', 'a@ornek.com'],
  [installationNoField, '1000 009 1010', '10000091010'],
  [pinField, '0042', '0042'],
  [passwordField, 'on karakter', 'on karakter'],
] as const)('what people write is stored in one form: case %#', (field, written, stored) => {
  expect(field.parse(written)).toBe(stored);
});

test.each([
  [identityNoField, '10000000147', 'T.C. kimlik numarası geçersiz; rakamları kontrol edin.'],
  [identityNoField, '1234567891', 'Vergi kimlik numarası geçersiz; rakamları kontrol edin.'],
  [identityNoField, '12', 'Kimlik numarası 11, vergi numarası 10 rakam olmalı.'],
  [
    mobileField,
    '0222 230 00 00',
    'Bu numara sabit hat ya da özel numara; SMS alamaz. Cep telefonu yazın, sabit hattı kendi alanına girin.',
  ],
  [phoneField, '12', 'Telefon numarası geçersiz. Örnek: 0222 230 00 00'],
  [emailField, 'ayşe', 'E-posta adresi geçersiz. Örnek: ad@ornek.com'],
  [installationNoField, '12', 'Tesisat numarası 5 ile 12 rakam arasında olmalı.'],
  [pinField, '12a4', 'PIN 4 ile 8 rakam arasında olmalı.'],
  [passwordField, 'kısa', 'Parola en az 10 karakter olmalı.'],
] as const)('what is wrong is said at the field: case %#', (field, written, sentence) => {
  expect(field.safeParse(written).error?.issues.map((issue) => issue.message)).toEqual([sentence]);
});
