import type { Logo } from '../rules/logo.ts';

/** An A4 document before it is drawn: what stands where, in the order of reading. */
export type Paper = {
  /** What it is called, also by whoever lists it; on a form it stands at the top. */
  readonly title: string;
  readonly head: PaperHead;
  /** Framed on every page; null on what is neither a copy nor a draft. */
  readonly mark: PaperMark | null;
  /** Stands on every page, with the barcode in the head; null where there is no application. */
  readonly code: PaperCode | null;
  readonly sections: readonly PaperSection[];
  /** Boxes for a hand, from left to right. */
  readonly signatures: readonly PaperSignature[];
};

/** It was on paper before, or it is not yet what it will be. */
export type PaperMark = 'KOPYA' | 'TASLAK';

/** Whose paper it is. */
export type PaperHead = {
  /** A letter bears its sender's whole address, a form its own title. */
  readonly kind: 'form' | 'letter';
  readonly logo: Logo;
  /** In full; also who the PDF names as its author. */
  readonly name: string;
  /** The branch. */
  readonly place: string;
  /** Address, telephones, website …, each a line. */
  readonly lines: readonly string[];
  /** Small at the foot of every page; may be empty. */
  readonly footer: string;
};

export type PaperCode = {
  /** `26-2026-0100001` */
  readonly number: string;
  /** As a person types it. */
  readonly trackingCode: string;
  /** ASCII, for Code 128. */
  readonly barcode: string;
};

export type PaperSection = {
  /** Null where one part follows another without a band. */
  readonly heading: string | null;
  readonly rows: readonly PaperRow[];
};

/** Fields of one row share its twelve columns; everything else takes all of them. */
export type PaperRow =
  | { readonly kind: 'fields'; readonly fields: readonly PaperField[] }
  | PaperChoice
  /** A hint in small letters. */
  | { readonly kind: 'words'; readonly text: string }
  | PaperParagraph
  | PaperTable
  /** One below the other, as in the head of a letter. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** A QR with what it is for beside it. */
  | { readonly kind: 'qr'; readonly value: string; readonly heading: string; readonly text: string }
  /** At the right, with room for a hand above the names. */
  | { readonly kind: 'sign_off'; readonly lines: readonly string[] };

export type PaperField = {
  readonly label: string;
  /** Empty where it is filled in by hand. */
  readonly value: string;
  readonly columns: number;
  /** Lines of room for a hand, where there is no value. */
  readonly lines?: number;
};

export type PaperChoice = {
  readonly kind: 'choice';
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly isChosen: boolean }[];
};

/** Text to be read from beginning to end; its line breaks stay, and it goes on on the next sheet. */
export type PaperParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly look: 'body' | 'strong' | 'small';
};

/** Its heads stand again on every sheet that it takes. */
export type PaperTable = {
  readonly kind: 'table';
  readonly columns: readonly PaperColumn[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** The last row, set off. */
  readonly total?: readonly string[];
};
/** @property width in twelfths; numbers stand at the right */
export type PaperColumn = { readonly label: string; readonly width: number; readonly isNumber: boolean };

export type PaperSignature = { readonly label: string; readonly words: string };
