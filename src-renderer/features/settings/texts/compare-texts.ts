import { diffArrays } from 'diff';
import type { Text } from '../../../../src-shared/rules/texts.ts';

export type Piece = {
  readonly id: number;
  readonly words: string;
  readonly change: 'same' | 'removed' | 'added';
};

/** What stands beside each other: a fact of the texts, or a paragraph of each; null where one has none. */
export type ComparedRow = {
  /** Its place among all rows. */
  readonly id: number;
  readonly part: ComparedFact | 'paragraph';
  readonly left: readonly Piece[] | null;
  readonly right: readonly Piece[] | null;
  readonly isChanged: boolean;
};

type Row = Omit<ComparedRow, 'id'>;

export const comparedFacts = ['title', 'purpose', 'dataCategories', 'legalGrounds'] as const;
export type ComparedFact = (typeof comparedFacts)[number];
export type Comparable = Pick<Text, ComparedFact | 'body'>;

/** How much of their words two paragraphs share to be the same one, changed. */
const likeness = 0.4;

/** Two versions side by side, paragraph by paragraph, with the words that went and came. */
export function compareTexts(before: Comparable, after: Comparable): readonly ComparedRow[] {
  const facts = comparedFacts
    .map((part) => rowOf(part, factOf(before, part), factOf(after, part)))
    .filter(({ left, right }) => left !== null || right !== null);
  return [...facts, ...paragraphRows(before.body, after.body)].map((row, id) => ({ ...row, id }));
}

function factOf(text: Comparable, part: ComparedFact): string | null {
  const value = text[part];
  return (typeof value === 'string' ? value : value.join(' · ')) || null;
}

/** What is alike keeps its row; between two such, a paragraph stands beside the one that it became. */
function paragraphRows(before: readonly string[], after: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  let gone: readonly string[] = [];
  const flush = (come: readonly string[]) => {
    rows.push(...besideEachOther(gone, come));
    gone = [];
  };
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (removed) gone = value;
    else if (added) flush(value);
    else {
      flush([]);
      rows.push(...value.map((paragraph) => rowOf('paragraph', paragraph, paragraph)));
    }
  }
  flush([]);
  return rows;
}

function besideEachOther(gone: readonly string[], come: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  let left = [...come];
  for (const paragraph of gone) {
    const place = left.findIndex((other) => shared(paragraph, other) >= likeness);
    if (place === -1) {
      rows.push(rowOf('paragraph', paragraph, null));
      continue;
    }
    rows.push(...left.slice(0, place).map((other) => rowOf('paragraph', null, other)));
    rows.push(rowOf('paragraph', paragraph, left[place] ?? null));
    left = left.slice(place + 1);
  }
  return [...rows, ...left.map((other) => rowOf('paragraph', null, other))];
}

/** 0 where two texts have no word in common, 1 where they have the same ones. */
function shared(one: string, other: string): number {
  const [ours, theirs] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const common = [...ours].filter((word) => theirs.has(word)).length;
  return common / Math.max(ours.size, theirs.size, 1);
}

function wordsOf(text: string): readonly string[] {
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

function rowOf(part: Row['part'], left: string | null, right: string | null): Row {
  if (left === null || right === null)
    return {
      part,
      left: left === null ? null : [{ id: 0, words: left, change: 'removed' }],
      right: right === null ? null : [{ id: 0, words: right, change: 'added' }],
      isChanged: left !== right,
    };
  const pieces = diffArrays(tokensOf(left), tokensOf(right)).map(({ value, added, removed }, id) => ({
    id,
    words: value.join(''),
    change: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
  }));
  return {
    part,
    left: pieces.filter(({ change }) => change !== 'added'),
    right: pieces.filter(({ change }) => change !== 'removed'),
    isChanged: left !== right,
  };
}

const segmenter = new Intl.Segmenter('tr', { granularity: 'word' });

/** Words and marks of any script, each with the blank after it: blanks alone would be alike everywhere. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = tokens.length - 1;
    if (segment.trim() === '' && last >= 0) tokens[last] += segment;
    else tokens.push(segment);
  }
  return tokens;
}
