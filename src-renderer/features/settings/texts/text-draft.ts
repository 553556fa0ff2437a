import type { InputOf } from '../../../../src-shared/contract/index.ts';
import type { PublishedText, TextKind } from '../../../../src-shared/rules/texts.ts';
import type { TextDraft } from '../../../lib/settings-drafts.ts';
import { parseTypedDay } from '../../../lib/turkish-moment.ts';

export type EditedText = InputOf<'text.publish'>['text'];
export type TextId = { readonly code: string; readonly language: string };

export function draftId({ code, language }: TextId): string {
  return `${code} ${language}`;
}

/** What a new version begins with: the latest one, from a day that its writer has to name. */
export function draftOfVersion(latest: PublishedText): TextDraft {
  const { code, kind, language, title, purposeCode, purpose, draft, version } = latest;
  return {
    ...{ code, kind, language, title, purposeCode, purpose, draft },
    id: draftId(latest),
    isNew: false,
    dataCategories: latest.dataCategories.join('\n'),
    legalGrounds: latest.legalGrounds.join('\n'),
    validFrom: '',
    validTo: '',
    body: latest.body.join('\n\n'),
    after: version,
  };
}

export function blankDraft({ code, language, kind }: TextId & { readonly kind: TextKind }): TextDraft {
  return {
    ...{ id: draftId({ code, language }), isNew: true, code, kind, language },
    ...{ title: '', purposeCode: '', purpose: '', dataCategories: '', legalGrounds: '' },
    ...{ validFrom: '', validTo: '', draft: true, body: '', after: 0 },
  };
}

/** What the text holds as it is typed, whatever its days are. */
export function contentOf(draft: TextDraft): Omit<EditedText, 'validFrom' | 'validTo'> {
  const { code, kind, language, title, purposeCode, purpose, draft: isDraft } = draft;
  return {
    ...{ code, kind, language, title, purposeCode, purpose, draft: isDraft },
    dataCategories: linesOf(draft.dataCategories),
    legalGrounds: linesOf(draft.legalGrounds),
    body: paragraphsOf(draft.body),
  };
}

export type TypedDays = {
  readonly validFrom: string | undefined;
  /** Null where it is empty. */
  readonly validTo: string | null | undefined;
};

/** Undefined for what is no day. */
export function daysOf({ validFrom, validTo }: TextDraft, today: string): TypedDays {
  return {
    validFrom: parseTypedDay(validFrom, today),
    validTo: validTo.trim() === '' ? null : parseTypedDay(validTo, today),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** An empty line parts two paragraphs; a single line break is the width of somebody's window. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** The core's `text.body.3`, at the form's field `body`. */
export function atTextFields(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const [path, message] of Object.entries(errors)) {
    const [field] = path.replace(/^text\./, '').split('.');
    if (field !== undefined) shown[field] ??= message;
  }
  return shown;
}

/** What is still wrong: a refused field counts as mended once something else stands in it. */
export function mended(
  errors: Readonly<Record<string, string>>,
  before: TextDraft,
  after: TextDraft,
): Readonly<Record<string, string>> {
  const was = new Map<string, unknown>(Object.entries(before));
  const changed = new Set(
    Object.entries(after).flatMap(([field, value]) => (was.get(field) === value ? [] : [field])),
  );
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !changed.has(field)));
}
