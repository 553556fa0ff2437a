import type { ApplicationFile } from '../../src-shared/contract/application.ts';
import type { FieldError } from '../../src-shared/contract/errors.ts';
import type { Language } from '../lib/preferences.ts';
import type { ScreenFailure } from '../lib/screen-result.ts';
import { closingGapsEn, errorSentencesEn } from './errors-en.ts';
import { fieldSentenceEn } from './field-sentences-en.ts';

/** A sentence of the contract or the core at its field: in English, what the field expects. */
export function fieldIn(language: Language, { path, message }: FieldError): FieldError {
  return { path, message: language === 'en' ? fieldSentenceEn(path) : message };
}

/** A refusal in the words of that language, known by its code. */
export function failureIn(language: Language, failure: ScreenFailure): ScreenFailure {
  if (language === 'tr') return failure;
  const inEnglish = { ...failure, message: errorSentencesEn[failure.code] };
  const { fields } = failure;
  return fields === undefined
    ? inEnglish
    : { ...inEnglish, fields: fields.map((field) => fieldIn(language, field)) };
}

export function gapIn(language: Language, gap: ApplicationFile['closingGaps'][number]): string {
  return language === 'en' ? closingGapsEn[gap.code] : gap.sentence;
}
