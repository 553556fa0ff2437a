import type { FlatSignature } from '../rules/flat-signature.ts';

/** A document of running text before it is drawn: from top to bottom, over as many A4 pages as it takes. */
export type Sheet = {
  readonly organisation: string;
  /** Under the organisation's name: the branch. */
  readonly place: string;
  readonly title: string;
  /** Of the record; stands on every page. */
  readonly code: string;
  /** ASCII, for Code 128 on every page; null where nobody will look for the sheet by it. */
  readonly barcode: string | null;
  /** ISO. The file's own date, taken from the record, so that the same sheet is the same file at any time. */
  readonly madeAt: string;
  readonly blocks: readonly SheetBlock[];
};

export type SheetBlock =
  | { readonly kind: 'facts'; readonly heading: string; readonly facts: readonly SheetFact[] }
  | { readonly kind: 'text'; readonly heading: string; readonly paragraphs: readonly string[] }
  | { readonly kind: 'list'; readonly heading: string; readonly items: readonly string[] }
  /** What was decided, or squares for a pen where nothing is yet. */
  | {
      readonly kind: 'decision';
      readonly heading: string;
      /** Which text it is about, since it may stand on another page. */
      readonly on: string;
      readonly words: string | null;
      readonly options: readonly string[];
    }
  | {
      readonly kind: 'signature';
      readonly label: string;
      readonly name: string;
      /** Null leaves the line for a pen. */
      readonly ink: FlatSignature | null;
    }
  | { readonly kind: 'note'; readonly text: string };

export type SheetFact = { readonly label: string; readonly value: string };
