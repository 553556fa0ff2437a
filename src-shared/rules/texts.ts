import { z } from 'zod';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { areUnique, code, day, name, version } from './catalogue-fields.ts';
import type { LocalDay } from './local-day.ts';

/**
 * Information and choice are two acts with two texts (KVKK md. 10 and 3; Tebliğ RG 10/3/2018-30356 md. 5/1-f): a text
 * is the one or the other, and its kind never changes.
 */
export const textKinds = ['notice', 'consent'] as const;
export type TextKind = (typeof textKinds)[number];

/** The notice that whoever applies is given, at a counter and outside. */
export const counterNoticeCode = 'privacy_notice_counter';
/** What every text is there in, and what is shown where there is none in the wanted language. */
export const usualLanguage = 'tr';

/** BCP 47, as far as a text needs it: language, and script or region where they matter. */
export const languageTag = z
  .string()
  .max(10, 'Dil kodu en çok 10 karakter olabilir.')
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'Dil kodu tr, en ya da ar gibi yazılmalıdır.');

/** One version of a text, whole: what was published never changes. */
export const textSchema = z
  .strictObject({
    code,
    kind: z.enum(textKinds).default('notice'),
    version,
    language: languageTag,
    title: name,
    /** What the data is wanted for: a code that records can be found by, and in words. */
    purposeCode: z.string().max(40).default(''),
    purpose: z.string().max(500).default(''),
    dataCategories: z.array(name).default([]),
    legalGrounds: z.array(name).min(1),
    validFrom: day,
    /** The last day; null where there is none. */
    validTo: day.nullable().default(null),
    /** The law department has not approved it yet. */
    draft: z.boolean(),
    /** Paragraphs. */
    body: z.array(name).min(1),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    path: ['validTo'],
    message: 'Geçerliliğin son günü ilk gününden önce olamaz.',
  });
export type Text = z.output<typeof textSchema>;

/** A text with its place among the versions of its code and language, and the digest that records point at. */
export const publishedTextSchema = z.strictObject({
  ...textSchema.shape,
  /** As its canonical text has it. Another than `version` where two PCs published the same one while they were apart. */
  writtenVersion: version,
  /** SHA-256 of the canonical text, as hex. */
  hash: z.string(),
});
export type PublishedText = z.output<typeof publishedTextSchema>;

/**
 * The bytes that are digested and rendered again. What a text does not state is left out, so that what was shipped
 * before texts had a purpose and an end keeps the hash that records hold.
 */
export function canonicalText(text: Text): string {
  const { kind, purposeCode, purpose, dataCategories, validTo, ...stated } = text;
  return canonicalJson({
    ...stated,
    ...(kind !== 'notice' && { kind }),
    ...(purposeCode !== '' && { purposeCode }),
    ...(purpose !== '' && { purpose }),
    ...(dataCategories.length > 0 && { dataCategories }),
    ...(validTo !== null && { validTo }),
  });
}

/** @param version its number among its kin, where that is not the one that it was written with */
export function publishedText(
  text: Text,
  sha256: (text: string) => string,
  version: number = text.version,
): PublishedText {
  return { ...text, version, writtenVersion: text.version, hash: sha256(canonicalText(text)) };
}

/** As it was written, and so as it is digested. */
export function writtenText({ hash: _hash, writtenVersion, ...text }: PublishedText): Text {
  return { ...text, version: writtenVersion };
}

/**
 * The version in force on a day: the one that began last. Of two that begin on one day the later takes the other's
 * place, so what has not begun yet can still be replaced. Where the one that began last has ended, none is: an
 * earlier one does not come back.
 * @param versions of one code and language
 */
export function inForceOn<T extends Pick<Text, 'version' | 'validFrom' | 'validTo'>>(
  versions: readonly T[],
  day: LocalDay,
): T | undefined {
  const begun = versions.filter(({ validFrom }) => validFrom <= day).toSorted(byStart);
  const last = begun.at(-1);
  return last === undefined || (last.validTo !== null && last.validTo < day) ? undefined : last;
}

/** The version that takes over next, and is not replaced before it begins. */
export function nextAfter<T extends Pick<Text, 'version' | 'validFrom' | 'validTo'>>(
  versions: readonly T[],
  day: LocalDay,
): T | undefined {
  const coming = versions.filter(({ validFrom }) => validFrom > day);
  const first = coming.toSorted(byStart)[0];
  return first === undefined ? undefined : inForceOn(coming, first.validFrom);
}

function byStart(a: Pick<Text, 'version' | 'validFrom'>, b: Pick<Text, 'version' | 'validFrom'>): number {
  return a.validFrom === b.validFrom ? a.version - b.version : a.validFrom < b.validFrom ? -1 : 1;
}

/** What there is of each text: the branch's own versions, and those that were shipped before its first. */
export function withShipped(
  shipped: readonly PublishedText[],
  own: readonly PublishedText[],
): readonly PublishedText[] {
  const isBefore = (text: PublishedText) =>
    own.every(
      ({ code, language, version }) =>
        code !== text.code || language !== text.language || version > text.version,
    );
  return [...shipped.filter(isBefore), ...own];
}

/** The wanted language, the same without its region, and what is always there. */
export function languagesTried(language: string): readonly string[] {
  return [...new Set([language, language.split('-')[0] ?? language, usualLanguage])];
}

/** The text of a code in force on a day, in the wanted language or the nearest that there is. */
export function textFor(
  texts: readonly PublishedText[],
  { code, language, day }: { readonly code: string; readonly language: string; readonly day: LocalDay },
): PublishedText | undefined {
  for (const tried of languagesTried(language)) {
    const versions = texts.filter((text) => text.code === code && text.language === tried);
    const found = inForceOn(versions, day);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The notice of a day. One that has ended informs better than none, so nobody is ever registered without. */
export function noticeFor(texts: readonly PublishedText[], day: LocalDay): PublishedText | undefined {
  const ofCounter = texts.filter(
    ({ code, language }) => code === counterNoticeCode && language === usualLanguage,
  );
  return (
    inForceOn(ofCounter, day) ??
    ofCounter
      .filter(({ validFrom }) => validFrom <= day)
      .toSorted(byStart)
      .at(-1)
  );
}

/** Every code and language once, in a fixed order, with its versions in theirs. */
export function textFamilies(texts: readonly PublishedText[]): readonly (readonly PublishedText[])[] {
  const families = Map.groupBy(texts, ({ code, language }) => `${code} ${language}`);
  return [...families.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, versions]) => versions.toSorted((a, b) => a.version - b.version));
}

export const textsSchema = z
  .array(textSchema)
  .min(1)
  .refine((texts) => areUnique(texts.map((text) => `${text.code} ${text.language} ${text.version}`)), {
    message: 'Bir metnin aynı sürümü iki kez verilmiş.',
  });
