import type { z } from 'zod';
import type { FieldError } from './errors.ts';

/** The failing paths with a Turkish sentence each: the schema's own where it has one, else one of those below. */
export function fieldErrorsOf(error: z.ZodError): readonly FieldError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'Bu alan tanınmıyor.' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  );
}

/** For parsing what came from a screen: zod's own sentences speak of types, which tells a clerk nothing. */
export const turkishParse = { error: sentenceFor } as const;

function sentenceFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'Bu alan gerekli.'
        : 'Bu alanda başka türden bir değer bekleniyor.';
    case 'too_big':
      return `${limitOf(issue.origin, 'En çok', issue.maximum)} olabilir.`;
    case 'too_small':
      return `${limitOf(issue.origin, 'En az', issue.minimum)} olmalı.`;
    case 'invalid_value':
      return 'Listedeki değerlerden biri seçilmeli.';
    case 'invalid_format':
      return 'Değerin biçimi yanlış.';
    default:
      return 'Bu değer geçersiz.';
  }
}

function limitOf(origin: string, side: 'En çok' | 'En az', limit: number | bigint): string {
  if (origin === 'string') return `${side} ${limit} karakter`;
  return origin === 'array' || origin === 'set' ? `${side} ${limit} öğe` : `${side} ${limit}`;
}
