/** An A4 document before it is drawn: what stands where, in the order of reading. */
export type Paper = {
  readonly title: string;
  /** Under the organisation's name: the branch. */
  readonly place: string;
  /** It was on paper before: marked KOPYA on every page. */
  readonly isCopy: boolean;
  /** Stands on every page, with the barcode beside the title; null on a blank form. */
  readonly code: PaperCode | null;
  readonly sections: readonly PaperSection[];
  /** Who signs, from left to right. */
  readonly signatures: readonly PaperSignature[];
};

export type PaperCode = {
  /** `26-2026-0100001` */
  readonly number: string;
  /** As a person types it. */
  readonly trackingCode: string;
  /** ASCII, for Code 128. */
  readonly barcode: string;
};

export type PaperSection = { readonly heading: string; readonly rows: readonly PaperRow[] };

/** Fields of one row share its twelve columns; a choice or a sentence takes all of them. */
export type PaperRow =
  | { readonly kind: 'fields'; readonly fields: readonly PaperField[] }
  | { readonly kind: 'choice'; readonly label: string; readonly options: readonly PaperOption[] }
  | { readonly kind: 'words'; readonly text: string };

export type PaperField = {
  readonly label: string;
  /** Empty where it is filled in by hand. */
  readonly value: string;
  readonly columns: number;
  /** Lines of room for a hand, where there is no value. */
  readonly lines?: number;
};

export type PaperOption = { readonly label: string; readonly isChosen: boolean };
export type PaperSignature = { readonly label: string; readonly words: string };
