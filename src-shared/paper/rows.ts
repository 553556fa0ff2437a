import type { PaperField, PaperParagraph, PaperRow } from './paper.ts';

export function field(label: string, columns: number, value: string | null | undefined): PaperField {
  return { label, columns, value: value ?? '' };
}

export function fields(...row: readonly PaperField[]): PaperRow {
  return { kind: 'fields', fields: row };
}

/** Two beside each other; an odd one has its row to itself. */
export function pairs(all: readonly PaperField[]): readonly PaperRow[] {
  const rows: PaperRow[] = [];
  for (let index = 0; index < all.length; index += 2) rows.push(fields(...all.slice(index, index + 2)));
  return rows;
}

export function words(text: string): PaperRow {
  return { kind: 'words', text };
}

/** A text as its paragraphs: what stands between empty lines. */
export function paragraphs(text: string, look: PaperParagraph['look'] = 'body'): readonly PaperRow[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'paragraph', text: part, look }) as const);
}
