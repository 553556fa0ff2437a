import type { ApplicationFile } from '../../src-shared/contract/application-file.ts';
import { errorSentences, type FieldError } from '../../src-shared/contract/errors.ts';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { Connection } from '../../src-shared/contract/system.ts';
import type { TeamsTrouble } from '../../src-shared/contract/teams.ts';
import type { Language } from '../lib/preferences.ts';
import type { ScreenFailure } from '../lib/screen-result.ts';
import { closingGapsEn, crmNoticesEn, errorSentencesEn, holidayTroublesEn } from './errors-en.ts';
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

/** What keeps the exchange with the CRM from going on; in English by the state alone. */
export function crmTroubleIn(
  language: Language,
  { state, trouble, notice }: Pick<Connection['crm'], 'state' | 'trouble' | 'notice'>,
): string | null {
  if (language === 'tr' || trouble === null) return trouble;
  if (notice !== null && trouble === notice.sentence) return crmNoticeIn(language, notice);
  if (state === 'key_refused') return errorSentencesEn.crm_key_refused;
  return state === 'offline' ? errorSentencesEn.crm_unreachable : trouble;
}

/** What a person has to take note of in the exchange with the CRM; in English by what happened. */
export function crmNoticeIn(
  language: Language,
  { sentence, isForked, unverified }: NonNullable<Connection['crm']['notice']>,
): string {
  if (language === 'tr') return sentence;
  return [
    ...(isForked ? [crmNoticesEn.forked] : []),
    ...(unverified > 0 ? [crmNoticesEn.unverified(unverified)] : []),
  ].join(' ');
}

/** Why a Teams meeting has not the link that was wanted. */
export function teamsTroubleIn(language: Language, trouble: TeamsTrouble): string {
  return language === 'en' ? errorSentencesEn[trouble] : errorSentences[trouble];
}

export function gapIn(language: Language, gap: ApplicationFile['closingGaps'][number]): string {
  return language === 'en' ? closingGapsEn[gap.code] : gap.sentence;
}

/** What the yearly check of the holidays has found; in English without the days that are missing. */
export function holidayTroubleIn(
  language: Language,
  { year, kind, sentence }: OutputOf<'catalogue.holidayTrouble'>['troubles'][number],
): string {
  return language === 'en' ? holidayTroublesEn[kind](year) : sentence;
}
