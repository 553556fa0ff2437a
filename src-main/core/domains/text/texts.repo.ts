import { sql } from 'kysely';
import {
  counterNoticeCode,
  inForceOn,
  languagesTried,
  noticeFor,
  type PublishedText,
  publishedTextSchema,
  type TextKind,
  textFamilies,
  textFor,
  usualLanguage,
  withShipped,
} from '../../../../src-shared/rules/texts.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export type { PublishedText } from '../../../../src-shared/rules/texts.ts';

/** Null for a version that was shipped. */
export type TextVersion = {
  readonly text: PublishedText;
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
};

type Shipped = Pick<Catalogue, 'texts'>;
type Wanted = { readonly code: string; readonly language: string; readonly day: string };

/** @returns the text of a code on a local day, in the wanted language or else in Turkish; undefined where none is in force */
export async function textInForce(
  db: Reader,
  catalogue: Shipped,
  wanted: Wanted,
): Promise<PublishedText | undefined> {
  const versions = await versionsOf(db, catalogue, {
    code: wanted.code,
    languages: languagesTried(wanted.language),
  });
  return textFor(
    versions.map(({ text }) => text),
    wanted,
  );
}

/** Every text of a kind in force on a local day, each in each of its languages. */
export async function textsInForce(
  db: Reader,
  catalogue: Shipped,
  { kind, day }: { readonly kind: TextKind; readonly day: string },
): Promise<readonly PublishedText[]> {
  const texts = (await versionsOf(db, catalogue, {})).map(({ text }) => text);
  return textFamilies(texts.filter((text) => text.kind === kind)).flatMap(
    (versions) => inForceOn(versions, day) ?? [],
  );
}

/** What whoever applies on a local day is given. */
export async function noticeOn(
  db: Reader,
  catalogue: Pick<Catalogue, 'texts' | 'notice'>,
  day: string,
): Promise<PublishedText> {
  const wanted = { code: counterNoticeCode, languages: [usualLanguage] };
  const versions = await versionsOf(db, catalogue, wanted);
  return (
    noticeFor(
      versions.map(({ text }) => text),
      day,
    ) ?? catalogue.notice
  );
}

/**
 * The version that a record points at, years later, by its hash: numbers are settled anew where PCs were apart, what
 * was written never changes. Undefined where no version of the code has that hash.
 */
export async function textVersion(
  db: Reader,
  catalogue: Shipped,
  { code, version, hash }: { readonly code: string; readonly version: number; readonly hash: string },
): Promise<PublishedText | undefined> {
  const rows = await db
    .selectFrom('texts')
    .select('body')
    .where('hash', '=', hash)
    .where('code', '=', code)
    .execute();
  const found = [
    ...rows.map(({ body }) => textOf(body)),
    ...catalogue.texts.filter((text) => text.hash === hash && text.code === code),
  ];
  return found.find((text) => text.version === version) ?? found[0];
}

/** Every version of a code in one language, the first of them first; those that were shipped included. */
export async function textHistory(
  db: Reader,
  catalogue: Shipped,
  { code, language }: { readonly code: string; readonly language: string },
): Promise<readonly TextVersion[]> {
  return versionsOf(db, catalogue, { code, languages: [language] });
}

/** How whatever a record may point at is called, by code and hash; undefined where there is no such text. */
export async function textTitles(
  db: Reader,
  catalogue: Shipped,
): Promise<(code: string, hash: string) => string | undefined> {
  const rows = await db
    .selectFrom('texts')
    .select(['code', 'hash', sql<string>`json_extract(body, '$.title')`.as('title')])
    .execute();
  const titles = [...rows, ...catalogue.texts];
  return (code, hash) => titles.find((text) => text.code === code && text.hash === hash)?.title;
}

/** The versions of all texts, or of one: what was shipped, and what the branch has published since. */
export async function versionsOf(
  db: Reader,
  catalogue: Shipped,
  { code, languages }: { readonly code?: string; readonly languages?: readonly string[] },
): Promise<readonly TextVersion[]> {
  const rows = await db
    .selectFrom('texts')
    .select(['body', 'published_at', 'published_by'])
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .$if(languages !== undefined, (query) => query.where('language', 'in', languages ?? []))
    .orderBy('code')
    .orderBy('language')
    .orderBy('version')
    .execute();
  const shipped = catalogue.texts.filter(
    (text) =>
      (code === undefined || text.code === code) &&
      (languages === undefined || languages.includes(text.language)),
  );
  const own = new Map(
    rows.map(({ body, published_at, published_by }) => [
      textOf(body),
      { publishedAt: published_at, publishedBy: published_by },
    ]),
  );
  const neverPublished = { publishedAt: null, publishedBy: null };
  return withShipped(shipped, [...own.keys()]).map((text) => ({
    text,
    ...(own.get(text) ?? neverPublished),
  }));
}

function textOf(body: string): PublishedText {
  return publishedTextSchema.parse(JSON.parse(body));
}
