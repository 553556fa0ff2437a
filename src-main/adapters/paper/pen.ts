/** Points: an A4 sheet with margins that every printer keeps. */
export const page = { width: 595.28, height: 841.89, margin: 36, foot: 30 } as const;
export const inner = page.width - 2 * page.margin;
export const gap = 4;
export const ink = '#15212b';
export const faint = '#4d5d66';
export const line = '#94a3ab';
export const ground = '#e8eef0';

/** Where the next thing is drawn; sheets are added as they are needed. */
export type Pen = {
  readonly doc: PDFKit.PDFDocument;
  /** How much narrower than a form it is, on either side: a letter's lines are read, not filled in. */
  readonly inset: number;
  y: number;
};

/** The lowest point of a sheet that is written on. */
export const bottom = page.height - page.margin - page.foot;

/** What one sheet has room for below a heading. */
export const tallest = bottom - page.margin - 40;

/** Goes on on a new sheet where this one has no room for `height`; whether it did. */
export function makeRoom(pen: Pen, height: number): boolean {
  if (pen.y + height <= bottom) return false;
  pen.doc.addPage();
  pen.y = page.margin;
  return true;
}

/** The columns of a row, in twelfths, with the gap after all but the last. */
export function widthOf(columns: number): number {
  return (inner * columns) / 12 - (columns === 12 ? 0 : gap);
}
