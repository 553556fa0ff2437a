import { z } from 'zod';
import { normaliseInput, normaliseMultiline } from '../text/fold.ts';
import { isTckn, isVkn } from '../text/identity-number.ts';
import { parsePhone } from '../text/phone.ts';

export const idSchema = z.string().min(1, 'Kayıt seçilmedi.').max(80, 'Kayıt kimliği çok uzun.');
export const nothing = z.strictObject({});
export const done = z.strictObject({});

/** A line of text, normalised (NFC, single spaces); may be empty. */
export function text(max: number, missing = 'Bu alan boş bırakılamaz.') {
  return z
    .string(missing)
    .max(max * 4, `En çok ${max} karakter yazılabilir.`)
    .transform(normaliseInput)
    .pipe(z.string().max(max, `En çok ${max} karakter yazılabilir.`));
}

/** A required line of text, normalised (NFC, single spaces). */
export function line(max: number, missing = 'Bu alan boş bırakılamaz.') {
  return text(max, missing).pipe(z.string().min(1, missing));
}

/** Free text of one or many lines, NFC; line breaks stay. */
export function paragraph(max: number, missing?: string) {
  const tooLong = `En çok ${max} karakter yazılabilir.`;
  // Measured once more at the end, since some letters grow when they are normalised.
  return z
    .string(missing ?? 'Metin yazılmalı.')
    .max(max, tooLong)
    .transform(normaliseMultiline)
    .pipe(z.string().max(max, tooLong))
    .refine((value) => missing === undefined || value !== '', missing ?? '');
}

/** Absent is `null`; an empty box counts as absent. A union would swallow the field's own sentence. */
export function optional<T>(schema: z.ZodType<T, string>) {
  return z.union([z.null(), z.string()]).transform((value, context) => {
    if (value === null || value.trim() === '') return null;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** T.C. / foreigner's identity number (11 digits) or tax number (10 digits), checksum verified. */
export const identityNoField = z
  .string()
  .transform((value) => value.replace(/\s/g, ''))
  .superRefine((value, context) => {
    if (isTckn(value) || isVkn(value)) return;
    const message = /^\d{11}$/.test(value)
      ? 'T.C. kimlik numarası geçersiz; rakamları kontrol edin.'
      : /^\d{10}$/.test(value)
        ? 'Vergi kimlik numarası geçersiz; rakamları kontrol edin.'
        : 'Kimlik numarası 11, vergi numarası 10 rakam olmalı.';
    context.addIssue({ code: 'custom', message });
  });

/** A number that can receive SMS, as E.164. */
export const mobileField = z.string().transform((value, context) => {
  const phone = parsePhone(value);
  if (phone?.canReceiveSms) return phone.e164;
  const message =
    phone === undefined
      ? 'Telefon numarası geçersiz. Örnek: 0532 123 45 67'
      : 'Bu numara sabit hat ya da özel numara; SMS alamaz. Cep telefonu yazın, sabit hattı kendi alanına girin.';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** Any number that can be called, as E.164. */
export const phoneField = z.string().transform((value, context) => {
  const phone = parsePhone(value);
  if (phone !== undefined) return phone.e164;
  context.addIssue({ code: 'custom', message: 'Telefon numarası geçersiz. Örnek: 0222 230 00 00' });
  return z.NEVER;
});

export const emailField = z
  .string()
  .transform((value) => value.trim())
  .pipe(z.email('E-posta adresi geçersiz. Örnek: ad@ornek.com').max(200, 'E-posta adresi çok uzun.'));

/** Installation number: digits only; its length differs by company and is bounded widely. */
export const installationNoField = z
  .string()
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{5,12}$/, 'Tesisat numarası 5 ile 12 rakam arasında olmalı.'));

export const deskCodeField = z
  .string('Banko kodu yazılmalı.')
  .regex(/^[A-Z0-9-]{1,10}$/, 'Banko kodu büyük harf ve rakamdan oluşmalı. Örnek: B1');

export const pinField = z.string('PIN yazılmalı.').regex(/^\d{4,8}$/, 'PIN 4 ile 8 rakam arasında olmalı.');
export const passwordField = z
  .string('Parola yazılmalı.')
  .min(10, 'Parola en az 10 karakter olmalı.')
  .max(200, 'Parola çok uzun.');
